package dev.slipway.run.local.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The programs that the steps of a job find, in one folder: those of this machine that the runner has as well, and stand-ins
 * for those that would install something, reach the outside, or answer for the wrong system.
 *
 * @param root the folder of everything below
 * @param seen where steps see it: elsewhere than this machine, in a container
 */
public record Toolbox(Path root, String seen) {
    /** Where a container sees its toolbox, and the machine's Rust. */
    public static final String INSIDE = "/__slipway";

    public static final String RUST_INSIDE = "/__slipway_rust";

    /** The variables of steps that are root, as in a container, and not the usual person of a hosted runner. */
    public static final Map<String, String> AS_ROOT = Map.of("SLIPWAY_SUDO", "1");

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

    private static final List<String> SCRIPTS = List.of(
            "apple",
            "apt",
            "cargo",
            "cargo-ndk",
            "cargo-registry",
            "checksum",
            "common",
            "download",
            "git",
            "go",
            "installer",
            "java-build",
            "npm",
            "pip",
            "placeholder",
            "publisher",
            "python",
            "rust",
            "rust-tool",
            "rustup",
            "rustup-init",
            "sudo",
            "uname");

    /** What the scripts of stand-ins call. */
    private static final Set<String> TOOLS =
            Set.of("cat", "cksum", "cp", "getconf", "grep", "ln", "mkdir", "rm", "rustc", "sed", "shasum", "tar", "tr");

    /**
     * What the rehearsal decides.
     *
     * @param own the folder in which everything of the rehearsal lies; steps change nothing outside of it by {@code sudo}
     * @param allowedHosts hosts that {@code curl} and {@code wget} may reach, such as {@code example.com}
     * @param programs further stand-ins: the name of a program, and the text of the script that it is
     */
    public record Rules(Path own, Set<String> allowedHosts, Map<String, String> programs) {
        public Rules {
            allowedHosts = Set.copyOf(allowedHosts);
            programs = Map.copyOf(programs);
        }
    }

    /** Lays it out in a new folder. */
    public static Toolbox lay(Path root, Machine machine, Person person, Rules rules) throws IOException {
        Toolbox toolbox =
                new Toolbox(root.toAbsolutePath(), root.toAbsolutePath().toString());
        toolbox.begin(machine, person, rules);
        RealPrograms real = RealPrograms.in(person.programs());
        toolbox.fill(machine, rules, real);
        return toolbox;
    }

    /**
     * Lays out in a new folder what the steps of a container find before its own programs: a {@code curl} that gives the
     * machine's Rust instead of downloading one, and fetches everything else.
     */
    public static Toolbox layInside(Path root, Machine machine, Person person, Path own) throws IOException {
        Toolbox toolbox = new Toolbox(root.toAbsolutePath(), INSIDE);
        toolbox.begin(machine, person, new Rules(own, Set.of("*"), Map.of()));
        for (String name : PLAIN) {
            Files.createSymbolicLink(toolbox.root.resolve("real").resolve(name), Path.of("/usr/bin", name));
        }
        for (String name :
                List.of("cargo", "rustc", "rustdoc", "rustfmt", "cargo-fmt", "cargo-clippy", "clippy-driver")) {
            Files.createSymbolicLink(toolbox.root.resolve("real").resolve(name), Path.of(RUST_INSIDE, "bin", name));
        }
        for (StandIns each : StandIns.rust()) {
            for (String name : each.programs()) {
                write(toolbox.root.resolve("rust"), name, toolbox.script(name, each.script()));
            }
        }
        write(toolbox.root, "rustup-init", toolbox.script("rustup-init", "rustup-init"));
        for (String name : List.of("curl", "wget")) {
            write(toolbox.bin(), name, toolbox.script(name, "download"));
        }
        return toolbox;
    }

    private void begin(Machine machine, Person person, Rules rules) throws IOException {
        for (String folder : List.of("bin", "real", "rust", "offered", "stand-ins", "state/can-build", "builds")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(record(), "");
        for (String script : SCRIPTS) {
            Files.writeString(root.resolve("stand-ins/" + script + ".sh"), resource(script));
        }
        Files.writeString(root.resolve("stand-ins/settings.sh"), settings(machine, person, rules));
    }

    /** The only folder of programs, besides those of the home folder. */
    public Path bin() {
        return root.resolve("bin");
    }

    /** The programs of this machine behind the stand-ins, those that the runner lacks, and what stand-ins need themselves. */
    public Path real() {
        return root.resolve("real");
    }

    /** The file of what was recorded: a line each, its kind, a tab and its text. */
    public Path record() {
        return root.resolve("record.tsv");
    }

    /** What was recorded so far, each once, in order. */
    public List<Recorded> recorded() throws IOException {
        return Files.readAllLines(record()).stream()
                .map(Recorded::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What installers were asked for, such as {@code apt-get musl-tools}. */
    public List<String> installed() throws IOException {
        Path file = root.resolve("state/installed");
        return Files.exists(file) ? Files.readAllLines(file).stream().distinct().toList() : List.of();
    }

    private void fill(Machine machine, Rules rules, RealPrograms real) throws IOException {
        Map<String, String> standIns = new LinkedHashMap<>();
        Set<String> behind = new TreeSet<>(TOOLS);
        for (StandIns each : StandIns.of(machine, real.byName().keySet())) {
            each.programs().stream()
                    .filter(name -> each.always() || real.has(name))
                    .forEach(name -> standIns.put(name, script(name, each.script())));
        }
        Pattern lacking = Lacking.on(machine);
        standIns.keySet()
                .removeIf(name -> machine.otherSystem() && lacking.matcher(name).matches());
        standIns.putAll(rules.programs());
        if (real.has("cargo") && real.has("rustc")) {
            for (StandIns each : StandIns.rust()) {
                for (String name : each.programs()) {
                    if (each.always() || real.has(name)) {
                        write(root.resolve("rust"), name, script(name, each.script()));
                        standIns.put(name, script(name, each.script()));
                    }
                }
            }
            write(root, "rustup-init", script("rustup-init", "rustup-init"));
        }
        for (StandIns each : StandIns.offered()) {
            for (String name : each.programs()) {
                write(root.resolve("offered"), name, script(name, each.script()));
            }
        }
        behind.addAll(standIns.keySet());
        real.byName().keySet().stream()
                .filter(name -> lacking.matcher(name).matches())
                .forEach(behind::add);
        for (Map.Entry<String, Path> program : real.byName().entrySet()) {
            if (behind.contains(program.getKey())) {
                Files.createSymbolicLink(real().resolve(program.getKey()), program.getValue());
            }
        }
        for (Map.Entry<String, String> standIn : standIns.entrySet()) {
            write(bin(), standIn.getKey(), standIn.getValue());
        }
        for (Map.Entry<String, Path> program : real.on(machine).entrySet()) {
            String name = program.getKey();
            if (standIns.containsKey(name) || lacking.matcher(name).matches()) {
                continue;
            }
            if (RealPrograms.looksAround(program.getValue())) {
                write(
                        bin(),
                        name,
                        "#!/bin/sh\nexec " + quoted(program.getValue().toString()) + " \"$@\"\n");
            } else {
                Files.createSymbolicLink(bin().resolve(name), program.getValue());
            }
        }
    }

    private String script(String name, String script) {
        String standIns = seen + "/stand-ins";
        return "#!/bin/sh\n_called=" + quoted(name) + "\n. " + quoted(standIns + "/settings.sh") + "\n. "
                + quoted(standIns + "/common.sh") + "\n. " + quoted(standIns + "/" + script + ".sh") + "\n";
    }

    private String settings(Machine machine, Person person, Rules rules) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("_toolbox", seen);
        values.put("_real", seen + "/real");
        values.put("_state", seen + "/state");
        values.put("_record", seen + "/record.tsv");
        values.put("_own", rules.own().toString());
        values.put("_label", machine.label());
        values.put("_system", machine.system().word());
        values.put("_processor", machine.processor().word());
        values.put("_hosted", machine.hosted() ? "yes" : "");
        values.put("_triple", machine.rustTriple());
        values.put("_version", machine.macosVersion());
        values.put("_kernel", machine.darwinVersion());
        values.put(
                "_rustup_home",
                seen.equals(INSIDE) ? "/nowhere" : person.rustupHome().toString());
        values.put(
                "_maven_repository",
                person.mavenRepository().map(Path::toString).orElse(""));
        values.put("_allowed_hosts", String.join(" ", rules.allowedHosts()));
        StringBuilder text =
                new StringBuilder("# shellcheck shell=sh disable=SC2034\n# What the stand-ins are told.\n");
        values.forEach((name, value) ->
                text.append(name).append('=').append(quoted(value)).append('\n'));
        return text.toString();
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String resource(String script) {
        try (InputStream in = Toolbox.class.getResourceAsStream(script + ".sh")) {
            if (in == null) {
                throw new IllegalStateException("no script " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
