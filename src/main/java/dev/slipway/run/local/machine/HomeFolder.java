package dev.slipway.run.local.machine;

import dev.slipway.run.local.process.Proxies;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The home folder of the steps of a job, and the variables that they start with. Of the person's own there is what was
 * downloaded before, and nothing that lets anybody in: no credentials, no settings.
 *
 * @param home the value of {@code HOME}
 * @param temporary the value of {@code TMPDIR}
 */
public record HomeFolder(Path home, Path temporary, Map<String, String> variables) {
    /** Variables that may pass: the language, and the certificates that this machine trusts. */
    private static final Pattern SHARED = Pattern.compile("LANG|LC_[A-Z]+|SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE"
            + "|REQUESTS_CA_BUNDLE|NODE_EXTRA_CA_CERTS|GIT_SSL_CAINFO");

    public HomeFolder {
        variables = Map.copyOf(variables);
    }

    /**
     * Makes the folder.
     *
     * @param root a folder for it, which may be there already
     * @param caches a folder for what builds keep, which the jobs of a rehearsal share
     */
    public static HomeFolder make(Path root, Path caches, Person person) throws IOException {
        Path home = Files.createDirectories(root.resolve("home"));
        Path temporary = Files.createDirectories(root.resolve("tmp"));
        Path cargo = home.resolve(".cargo");
        Files.createDirectories(cargo.resolve("bin"));
        Files.createDirectories(home.resolve(".local/bin"));
        for (String cache : List.of("registry", "git")) {
            Path theirs = person.cargoHome().resolve(cache);
            if (Files.isDirectory(theirs) && !Files.exists(cargo.resolve(cache))) {
                Files.createSymbolicLink(cargo.resolve(cache), theirs.toRealPath());
            }
        }
        // a hosted runner has no identity, and git would make one up from the name of the person's account
        Path gitConfig = home.resolve(".gitconfig");
        if (!Files.exists(gitConfig)) {
            Files.writeString(gitConfig, "[user]\n\tuseConfigOnly = true\n");
        }
        Map<String, String> variables = new LinkedHashMap<>();
        person.environment().forEach((name, value) -> {
            if (SHARED.matcher(name).matches()) {
                variables.put(name, value);
            }
        });
        variables.putAll(Proxies.withoutLogins(person.environment()));
        variables.putIfAbsent("LANG", "C.UTF-8");
        variables.put("HOME", home.toString());
        variables.put("USER", "runner");
        variables.put("LOGNAME", "runner");
        variables.put("TMPDIR", temporary.toString());
        variables.put("CARGO_HOME", cargo.toString());
        variables.put("RUSTUP_HOME", person.rustupHome().toString());
        variables.put("RUSTUP_AUTO_INSTALL", "0");
        if (Files.isDirectory(person.goModules())) {
            variables.put("GOMODCACHE", person.goModules().toString());
        }
        variables.put("GOCACHE", caches.resolve("go-build").toString());
        variables.put("MAVEN_OPTS", "-Duser.home=" + home);
        person.mavenRepository()
                .ifPresent(theirs -> variables.put(
                        "MAVEN_ARGS",
                        "-Dmaven.repo.local=" + home.resolve(".m2/repository") + " -Dmaven.repo.local.tail=" + theirs));
        Path wrapped = person.home().resolve(".gradle/wrapper/dists");
        Path here = home.resolve(".gradle/wrapper/dists");
        if (Files.isDirectory(wrapped) && !Files.exists(here)) {
            Files.createDirectories(here.resolveSibling(""));
            Files.createSymbolicLink(here, wrapped.toRealPath());
        }
        variables.put("GRADLE_USER_HOME", home.resolve(".gradle").toString());
        Path gradle = person.home().resolve(".gradle/caches");
        if (Files.isDirectory(gradle.resolve("modules-2"))) {
            variables.put("GRADLE_RO_DEP_CACHE", gradle.toString());
        }
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.put("GIT_CONFIG_GLOBAL", gitConfig.toString());
        variables.put("GIT_TERMINAL_PROMPT", "0");
        variables.put("GIT_ASKPASS", "");
        return new HomeFolder(home, temporary, variables);
    }

    /** All variables that a step starts with, {@code PATH} among them; the walk adds GitHub's. Sorted. */
    public Map<String, String> environment(Toolbox toolbox) {
        Map<String, String> all = new TreeMap<>(variables);
        List<Path> folders = new ArrayList<>(List.of(home.resolve(".local/bin"), home.resolve(".cargo/bin")));
        folders.addAll(toolbox.folders());
        all.put("PATH", folders.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        return all;
    }
}
