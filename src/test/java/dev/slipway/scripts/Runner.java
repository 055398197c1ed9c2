package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Generation;
import dev.slipway.blueprint.Drawn;
import dev.slipway.blueprint.ScriptFile;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the scripts of a job as a hosted runner does: under bash, with the values and the environment of its steps. */
final class Runner {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.*?) }}");

    private final Path root;
    private final Workflow workflow;
    private final StepsJob job;
    private final Map<String, String> contexts = new HashMap<>();
    private final Map<String, String> machine = new LinkedHashMap<>();
    private String prelude = "";

    /** @param root a new folder, for the work tree and everything beside it */
    Runner(Path root, Workflow workflow, String job) throws IOException {
        this.root = root;
        this.workflow = workflow;
        this.job = Drawn.job(workflow, job);
        contexts.put("github.token", "token");
        contexts.put("github.repository", "otto-rs/otto");
        for (String folder : List.of("work", "home", "bin")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (String name : Scripts.bash().contains("/") ? List.of("bash", "sh") : List.<String>of()) {
            Path link = Files.createDirectories(root.resolve("shells")).resolve(name);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of(Scripts.bash()));
            }
        }
        for (String file : List.of("env", "path", "summary", "calls")) {
            if (!Files.exists(root.resolve(file))) {
                Files.createFile(root.resolve(file));
            }
        }
    }

    /** Has the scripts in its work tree that are files. */
    static Runner of(Path root, Generation generation, String job) throws IOException {
        Runner runner = new Runner(root, generation.blueprint().release(), job);
        for (ScriptFile script : generation.blueprint().scripts()) {
            runner.file(script.path(), script.text()).file("repository/" + script.path(), script.text());
        }
        return runner;
    }

    /** What a step came to. */
    record Outcome(int code, String output) {
        Outcome succeeds() {
            assertThat(code).as(output).isZero();
            return this;
        }

        Outcome fails() {
            assertThat(code).as(output).isNotZero();
            return this;
        }
    }

    /** Says what an expression such as {@code github.ref_name} gives. */
    Runner given(String expression, String value) {
        contexts.put(expression, value);
        return this;
    }

    /** Runs as the variant of the job that has this platform. */
    Runner variant(String platform) {
        Map<String, String> row = Drawn.rows(job).stream()
                .filter(values -> values.get("platform").equals(platform))
                .findFirst()
                .orElseThrow();
        row.forEach((column, value) -> contexts.put("matrix." + column, value));
        return this;
    }

    /** Sets what the machine itself has in its environment. */
    Runner machine(String variable, String value) {
        machine.put(variable, value);
        return this;
    }

    /** Runs a command before each script, such as {@code umask 077}. */
    Runner before(String command) {
        prelude = command + "\n";
        return this;
    }

    /** Puts a program on the path that notes how it was called, then does this. */
    Runner stub(String program, String script) throws IOException {
        Path file = root.resolve("bin").resolve(program);
        Files.writeString(file, "#!/usr/bin/env bash\necho \"" + program + " $*\" >> \"$CALLS\"\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return this;
    }

    Path work() {
        return root.resolve("work");
    }

    /** Writes a file of the work tree. */
    Runner file(String path, String text) throws IOException {
        Path file = work().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Commits a folder where its date does not matter. */
    Runner committed(String folder) throws IOException, InterruptedException {
        return committed(folder, "2026-01-02T03:04:05Z");
    }

    /** Commits a folder of the work tree, and all that is in it, to a new repository there. */
    Runner committed(String folder, String date) throws IOException, InterruptedException {
        bash("""
                mkdir -p %s
                cd %s
                git init -q -b main
                git add -A
                GIT_AUTHOR_DATE=%s GIT_COMMITTER_DATE=%s git -c user.name=otto -c user.email=otto@example.org \\
                    -c commit.gpgsign=false commit -q --allow-empty -m first
                """.formatted(folder, folder, date, date)).succeeds();
        return this;
    }

    /** How the stubs were called. */
    List<String> calls() throws IOException {
        return Files.readAllLines(root.resolve("calls"));
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    /** Runs a step of the job. */
    Outcome step(String name) throws IOException, InterruptedException {
        Run run = Drawn.run(job, name);
        Map<String, String> environment = new LinkedHashMap<>();
        for (Map<String, Value> level :
                List.of(workflow.env(), job.env(), run.common().env())) {
            level.forEach((key, value) -> environment.put(key, resolve(Drawn.plain(value))));
        }
        for (String line : Files.readAllLines(root.resolve("env"))) {
            environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return bash(run.script().source(), environment);
    }

    /** The value of an input of a step that runs an action. */
    String input(String step, String input) {
        Uses uses = Drawn.uses(job, step);
        return resolve(Drawn.inputs(uses).get(input));
    }

    /** Runs any commands in the work tree. */
    Outcome bash(String script) throws IOException, InterruptedException {
        return bash(script, Map.of());
    }

    private Outcome bash(String script, Map<String, String> environment) throws IOException, InterruptedException {
        Path file = root.resolve("step.sh");
        Files.writeString(file, prelude + script);
        ProcessBuilder builder = new ProcessBuilder(
                        Scripts.bash(), "--noprofile", "--norc", "-e", "-o", "pipefail", file.toString())
                .directory(work().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> all = builder.environment();
        String path = all.getOrDefault("PATH", "");
        String home = all.getOrDefault("HOME", "");
        all.keySet().removeIf(key -> key.startsWith("GITHUB_") || key.startsWith("GIT_") || key.equals("TAG"));
        all.putIfAbsent("CARGO_HOME", home + "/.cargo");
        all.putIfAbsent("RUSTUP_HOME", home + "/.rustup");
        all.put("HOME", root.resolve("home").toString());
        all.put("PATH", root.resolve("bin") + ":" + root.resolve("shells") + ":" + path);
        all.put("CALLS", root.resolve("calls").toString());
        all.put("GITHUB_WORKSPACE", work().toString());
        all.put("GITHUB_ENV", root.resolve("env").toString());
        all.put("GITHUB_PATH", root.resolve("path").toString());
        all.put("GITHUB_STEP_SUMMARY", root.resolve("summary").toString());
        all.putAll(environment);
        machine.forEach((key, value) -> {
            if (value.isEmpty()) {
                all.remove(key);
            } else {
                all.put(key, value);
            }
        });
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    private String resolve(String text) {
        return EXPRESSION.matcher(text).replaceAll(match -> {
            Optional<String> value = Optional.ofNullable(contexts.get(match.group(1)));
            return Matcher.quoteReplacement(
                    value.orElseThrow(() -> new AssertionError("nothing given for " + match.group(1))));
        });
    }
}
