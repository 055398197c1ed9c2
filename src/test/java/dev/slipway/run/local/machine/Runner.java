package dev.slipway.run.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A simulated runner in a folder, whose steps run as GitHub starts them. */
final class Runner {
    private final Path root;
    private final Toolbox toolbox;
    private final HomeFolder home;
    private final Map<String, String> env = new HashMap<>();

    private Runner(Path root, Toolbox toolbox, HomeFolder home) {
        this.root = root;
        this.toolbox = toolbox;
        this.home = home;
    }

    /** What a step came to. */
    record Outcome(int exit, String text) {
        Outcome succeeds() {
            assertThat(exit).as(text).isZero();
            return this;
        }

        Outcome fails() {
            assertThat(exit).as(text).isNotZero();
            return this;
        }

        String line() {
            return succeeds().text.strip();
        }
    }

    static Host here() {
        return Host.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Person person() {
        return new Person(Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Runner of(Path root, String label) throws IOException {
        return of(root, label, person(), Set.of(), Map.of());
    }

    static Runner of(Path root, String label, Person person, Set<String> hosts, Map<String, String> programs)
            throws IOException {
        Files.createDirectories(root.resolve("work"));
        Toolbox toolbox = Toolbox.lay(
                root.resolve("toolbox"),
                Machine.of(List.of(label), here()),
                PlainPrograms.of(person, root.resolve("programs")),
                new Toolbox.Rules(root, hosts, programs));
        return new Runner(root, toolbox, HomeFolder.make(root, root.resolve("caches"), person));
    }

    /** The person with these folders before their own on the path. */
    static Person personWith(Path folder) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.merge("PATH", folder.toString(), (path, before) -> before + ":" + path);
        return new Person(Path.of(System.getProperty("user.home")), variables);
    }

    /** Takes the links away, of which JUnit would warn one by one. */
    static void unlink(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    Runner env(String name, String value) {
        env.put(name, value);
        return this;
    }

    /** Skips the test where the machine lacks a program. */
    Runner needs(String program) {
        assumeTrue(
                person().programs().stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program))),
                "no " + program + " on this machine");
        return this;
    }

    Outcome run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(root.resolve("step.sh"), script);
        ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString())
                .directory(work().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().clear();
        builder.environment().putAll(home.environment(toolbox));
        builder.environment().putAll(env);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), text);
    }

    Path work() {
        return root.resolve("work");
    }

    Path home() {
        return home.home();
    }

    Toolbox toolbox() {
        return toolbox;
    }

    List<Note> notes() throws IOException {
        return toolbox.notes();
    }

    /** A crate without dependencies: a program, a library, and a build script that writes a manual page. */
    Runner crate(String name) throws IOException {
        file("Cargo.toml", """
                [package]
                name = "%s"
                version = "1.2.3"
                edition = "2021"
                description = "A crate"
                license = "MIT"
                [lib]
                name = "%s_core"
                crate-type = ["rlib", "cdylib", "staticlib"]
                """.formatted(name, name));
        file("Cargo.lock", "version = 4\n\n[[package]]\nname = \"" + name + "\"\nversion = \"1.2.3\"\n");
        file("src/main.rs", "fn main() {\n    println!(\"%s 1.2.3\");\n}\n".formatted(name));
        file("src/lib.rs", "#[no_mangle]\npub extern \"C\" fn one() -> i32 {\n    1\n}\n");
        file("build.rs", """
                fn main() {
                    let out = std::env::var("OUT_DIR").unwrap();
                    std::fs::write(std::path::Path::new(&out).join("%s.1"), "manual").unwrap();
                }
                """.formatted(name));
        return this;
    }

    Runner file(String path, String text) throws IOException {
        Path file = work().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }
}
