package dev.slipway.run.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the steps of a container find before its own programs: a {@code curl} and a {@code wget} that send nothing, and that
 * provide this machine's Rust in place of rustup's installer. They fetch everything else.
 *
 * @param toolbox where they are, on this machine
 */
public record ContainerTools(Toolbox toolbox) {
    /** What stand-ins start in a container, wherever it is from. */
    private static final List<String> PLAIN = List.of(
            "awk",
            "basename",
            "cat",
            "cc",
            "cksum",
            "cp",
            "curl",
            "cut",
            "dirname",
            "env",
            "gcc",
            "git",
            "grep",
            "head",
            "ln",
            "ls",
            "mkdir",
            "mv",
            "printf",
            "rm",
            "sed",
            "sh",
            "sort",
            "tar",
            "tail",
            "touch",
            "tr",
            "uname",
            "wc",
            "wget");

    private static final List<String> RUST =
            List.of("cargo", "rustc", "rustdoc", "rustfmt", "cargo-fmt", "cargo-clippy", "clippy-driver");

    /** Where programs usually are; one that is not there yet will be, once it is installed. */
    private static final String USUAL = "/usr/bin";

    private static final String NO_RUST = "no rust";

    /**
     * Lays them out in a new folder.
     *
     * @param own the folder in which everything of the rehearsal lies
     * @param rust whether the container sees this machine's Rust
     */
    public static ContainerTools lay(Path root, Machine machine, Person person, Path own, boolean rust)
            throws IOException {
        Path folder = root.toAbsolutePath();
        Toolbox toolbox = new Toolbox(
                folder,
                Toolbox.INSIDE,
                Toolbox.INSIDE + "/stand-ins",
                new PlainPrograms.Shelf(folder.resolve("none"), folder.resolve("real")));
        toolbox.begin(machine, person, new Toolbox.Rules(own, Set.of("*"), Map.of()));
        Files.createDirectories(toolbox.real());
        Path scripts = Files.createDirectories(folder.resolve("stand-ins"));
        for (String script : ToolboxScript.NAMES) {
            Files.writeString(scripts.resolve(script + ".sh"), ToolboxScript.text(script));
        }
        ContainerTools tools = new ContainerTools(toolbox);
        for (String name : PLAIN) {
            tools.link(name, USUAL);
        }
        for (String name : List.of("curl", "wget")) {
            toolbox.write("bin/" + name, "download");
        }
        if (rust) {
            tools.addRust();
        }
        return tools;
    }

    private void addRust() throws IOException {
        for (String name : RUST) {
            link(name, Toolbox.RUST_INSIDE + "/bin");
        }
        for (StandIns each : StandIns.rust()) {
            for (String name : each.programs()) {
                toolbox.write("rust/" + name, each.script());
            }
        }
        toolbox.write("rustup-init", "rustup-init");
    }

    private void link(String name, String folder) throws IOException {
        Path link = toolbox.real().resolve(name);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(folder, name));
    }

    /**
     * A script that {@code sh} runs in the container: it prints what {@link #fit} has to know. Images differ in where programs
     * are, and this machine's Rust needs the C library that it was built for.
     */
    public static String question() {
        String programs = String.join(" ", PLAIN);
        String rustc = Toolbox.RUST_INSIDE + "/bin/rustc";
        return "for name in " + programs + "; do\n"
                + "  for folder in " + USUAL + " /bin /usr/local/bin; do\n"
                + "    if [ -x $folder/$name ]; then echo \"$folder $name\"; break; fi\n"
                + "  done\n"
                + "done\n"
                + "if ! " + rustc + " --version > /dev/null 2>&1; then echo '" + NO_RUST + "'; fi\n";
    }

    /**
     * Suits them to the container.
     *
     * @param lines what {@link #question} printed in it
     * @return whether this machine's Rust is there and runs
     */
    public boolean fit(List<String> lines) throws IOException {
        for (String line : lines) {
            String[] words = line.split(" ");
            if (words.length == 2 && words[0].startsWith("/") && PLAIN.contains(words[1])) {
                link(words[1], words[0]);
            }
        }
        boolean rust = !lines.contains(NO_RUST);
        if (!rust) {
            for (StandIns each : StandIns.rust()) {
                for (String name : each.programs()) {
                    Files.deleteIfExists(toolbox.root().resolve("rust").resolve(name));
                }
            }
            Files.deleteIfExists(toolbox.root().resolve("rustup-init"));
        }
        return rust;
    }
}
