package dev.slipway.run.local.engine;

import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.LocalProcess;
import dev.slipway.run.local.process.Proxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search for a container engine gave.
 *
 * @param engine the first that works
 * @param tried those that were tried before it, and why each does not work
 */
public record Search(Optional<Engine> engine, List<Tried> tried) {
    /** Variables of the person that an engine needs; none contains a secret. */
    private static final List<String> VARIABLES = List.of(
            "PATH",
            "TMPDIR",
            "LANG",
            "DOCKER_HOST",
            "CONTAINER_HOST",
            "CONTAINERS_CONF",
            "CONTAINERS_STORAGE_CONF",
            "CONTAINERS_REGISTRIES_CONF",
            "XDG_RUNTIME_DIR",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "SystemRoot");

    /** Where an engine's store is written down, which is asked once. */
    private static final List<String> STORE = List.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME");

    /** Where Docker listens: its own place, then those of Docker Desktop, Colima, OrbStack, and Docker without root. */
    private static final List<String> SOCKETS = List.of(
            "/var/run/docker.sock",
            "{HOME}/.docker/run/docker.sock",
            "{HOME}/.colima/default/docker.sock",
            "{HOME}/.orbstack/run/docker.sock",
            "{XDG_RUNTIME_DIR}/docker.sock");

    public Search {
        tried = List.copyOf(tried);
    }

    /** An engine that does not work here. */
    public record Tried(String engine, String why) {}

    /** Says for each engine why it does not work, in one line. */
    public String reasons() {
        return String.join(
                "; ",
                tried.stream().map(each -> each.engine() + ": " + each.why()).toList());
    }

    static Search among(List<Dialect> dialects, Map<String, String> env, Path own) throws IOException {
        List<Tried> tried = new ArrayList<>();
        for (Dialect dialect : dialects) {
            Optional<String> found = LocalProcess.executable(dialect.program(), env.getOrDefault("PATH", ""));
            if (found.isEmpty()) {
                tried.add(new Tried(dialect.program(), "not installed"));
                continue;
            }
            String elsewhere = env.getOrDefault(dialect.address(), "");
            if (!here(elsewhere)) {
                tried.add(new Tried(
                        dialect.program(), dialect.address() + " is another machine, and nothing may leave this one"));
                continue;
            }
            Path folder = Files.createDirectories(own.resolve(dialect.program()));
            Path state = Files.createTempDirectory("slipway");
            Program quiet = new Program(List.of(found.get()), variables(env, folder), folder);
            CommandResult about = new Program(quiet.start(), asking(quiet.env(), env), folder).ask(dialect.about());
            Optional<Dialect.Facts> facts = about.exit() == 0
                    ? dialect.facts(about.out().lines().toList(), folder.resolve("store"), state)
                    : Optional.empty();
            if (facts.isEmpty()) {
                tried.add(new Tried(dialect.program(), Program.reason(about)));
                Folders.settle(state);
                Folders.delete(state);
                Folders.delete(folder);
                continue;
            }
            Program program = quiet.with(facts.get().options());
            Engine engine = new Engine(dialect, facts.get(), program, folder, state);
            Optional<String> problem = attempt(dialect, program, Files.createDirectory(folder.resolve("empty")));
            if (problem.isEmpty()) {
                return new Search(Optional.of(engine), tried);
            }
            engine.close();
            tried.add(new Tried(dialect.program(), problem.get()));
        }
        return new Search(Optional.empty(), tried);
    }

    /** Why nothing runs in a container here; empty if something does. */
    private static Optional<String> attempt(Dialect dialect, Program program, Path empty) {
        String name = Engine.fresh("attempt");
        List<List<String>> commands = dialect.attempt(name, empty);
        if (commands.isEmpty()) {
            return Optional.empty();
        }
        List<CommandResult> answers = commands.stream().map(program::ask).toList();
        program.remove(dialect.removeContainer(name));
        CommandResult last = answers.get(answers.size() - 1);
        String said = last.err() + last.out();
        return said.contains("no such file") || said.contains("not found")
                ? Optional.empty()
                : Optional.of(Program.reason(last));
    }

    /** With an empty home and an empty login; Docker's plugins are still found in the person's own folder. */
    private static Map<String, String> variables(Map<String, String> env, Path folder) throws IOException {
        Map<String, String> all = new HashMap<>();
        VARIABLES.stream().filter(env::containsKey).forEach(name -> all.put(name, env.getOrDefault(name, "")));
        all.putAll(Proxies.withoutLogins(env));
        Path home = Files.createDirectories(folder.resolve("home"));
        Path login = Files.writeString(home.resolve("login.json"), "{}");
        String plugins = env.getOrDefault("HOME", "") + "/.docker/cli-plugins";
        Files.writeString(home.resolve("config.json"), "{\"cliPluginsExtraDirs\":[" + Document.quoted(plugins) + "]}");
        all.put("HOME", home.toString());
        all.put("DOCKER_CONFIG", home.toString());
        all.put("REGISTRY_AUTH_FILE", login.toString());
        socket(env).ifPresent(socket -> all.putIfAbsent("DOCKER_HOST", "unix://" + socket));
        return all;
    }

    /** Whether an address is one of this machine: an engine elsewhere would get what is built, by a login of the person's. */
    private static boolean here(String address) {
        return !address.matches("(?i)(ssh|https?|tcp)://.*")
                || address.matches("(?i)(https?|tcp)://(localhost|127\\.[0-9.]+|\\[::1])(:[0-9]+)?(/.*)?");
    }

    private static Map<String, String> asking(Map<String, String> quiet, Map<String, String> env) {
        Map<String, String> all = new HashMap<>(quiet);
        STORE.stream().filter(env::containsKey).forEach(name -> all.put(name, env.getOrDefault(name, "")));
        return all;
    }

    private static Optional<Path> socket(Map<String, String> env) {
        return SOCKETS.stream()
                .map(place -> place.replace("{HOME}", env.getOrDefault("HOME", "/nowhere"))
                        .replace("{XDG_RUNTIME_DIR}", env.getOrDefault("XDG_RUNTIME_DIR", "/nowhere")))
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }
}
