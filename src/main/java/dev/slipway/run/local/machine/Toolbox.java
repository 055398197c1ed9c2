package dev.slipway.run.local.machine;

import dev.slipway.run.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The programs that the steps of a job find: stand-ins for those that would install something, reach the outside, or answer
 * for the wrong system, and the programs of this machine that the runner also has.
 *
 * @param root the folder of what is the job's own
 * @param seen where steps see it: elsewhere than this machine, in a container
 * @param scripts the folder of the scripts that stand-ins consist of, as steps see it
 * @param shelf what jobs share; in a container its own programs are there instead
 */
public record Toolbox(Path root, String seen, String scripts, PlainPrograms.Shelf shelf) {
    /** Where a container sees its toolbox, and the machine's Rust. */
    public static final String INSIDE = "/__slipway";

    public static final String RUST_INSIDE = "/__slipway_rust";

    /** The variables of steps that are root, as in a container, and not the usual person of a hosted runner. */
    public static final Map<String, String> AS_ROOT = Map.of("SLIPWAY_SUDO", "1");

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
    public static Toolbox lay(Path root, Machine machine, PlainPrograms plain, Rules rules) throws IOException {
        Map<String, String> standIns = standIns(machine, plain.real(), rules);
        Path folder = root.toAbsolutePath();
        Toolbox toolbox = new Toolbox(
                folder, folder.toString(), plain.scripts().toString(), plain.of(machine, standIns.keySet()));
        toolbox.begin(machine, plain.person(), rules);
        toolbox.fill(standIns, rules, plain.real());
        return toolbox;
    }

    /** Creates its folders, and passes to the stand-ins what they need. */
    void begin(Machine machine, Person person, Rules rules) throws IOException {
        for (String folder : List.of("bin", "rust", "offered", "state/can-build", "builds")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.writeString(record(), "");
        Files.writeString(root.resolve("settings.sh"), new ToolboxSettings(this, machine, person, rules).text());
    }

    /** The folder of the stand-ins, which come first. */
    public Path bin() {
        return root.resolve("bin");
    }

    /** Stand-ins for programs that the runner lacks until an installer is asked for them. */
    public Path offered() {
        return root.resolve("offered");
    }

    /** All folders of programs besides those of the home folder, the first first. */
    List<Path> folders() {
        return List.of(bin(), shelf.bin());
    }

    /** The programs of this machine that the stand-ins call, those that the runner lacks, and what stand-ins need themselves. */
    public Path real() {
        return shelf.real();
    }

    /** The file in which stand-ins write notes, a line each. */
    public Path record() {
        return root.resolve("record.tsv");
    }

    /** The notes so far, each once, in order. A step can delete the file, and write into it whatever it likes. */
    public List<Note> notes() throws IOException {
        if (!Files.isRegularFile(record())) {
            return List.of(new Note.Outside(new Effect.Other("unknown: a step deleted the records of the stand-ins")));
        }
        return new String(Files.readAllBytes(record()), StandardCharsets.UTF_8)
                .lines()
                .map(Note::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What installers were asked for, such as {@code apt-get musl-tools}. */
    public List<String> installed() throws IOException {
        Path file = root.resolve("state/installed");
        return Files.exists(file) ? Files.readAllLines(file).stream().distinct().toList() : List.of();
    }

    /** The stand-ins of a runner by the programs that they come before, and the names of their scripts. */
    private static Map<String, String> standIns(Machine machine, RealPrograms real, Rules rules) {
        Map<String, String> standIns = new LinkedHashMap<>();
        for (StandIns each : StandIns.of(machine, real.byName().keySet())) {
            each.programs().stream()
                    .filter(name -> each.always() || real.has(name))
                    .forEach(name -> standIns.put(name, each.script()));
        }
        if (machine.otherSystem()) {
            standIns.keySet().removeIf(Lacking.on(machine).asMatchPredicate());
        }
        if (real.has("cargo") && real.has("rustc")) {
            for (StandIns each : StandIns.rust()) {
                each.programs().stream()
                        .filter(name -> each.always() || real.has(name))
                        .forEach(name -> standIns.put(name, each.script()));
            }
        }
        rules.programs().keySet().forEach(name -> standIns.put(name, ""));
        return standIns;
    }

    private void fill(Map<String, String> standIns, Rules rules, RealPrograms real) throws IOException {
        for (Map.Entry<String, String> standIn : standIns.entrySet()) {
            if (!rules.programs().containsKey(standIn.getKey())) {
                write("bin/" + standIn.getKey(), standIn.getValue());
            }
        }
        for (Map.Entry<String, String> program : rules.programs().entrySet()) {
            ToolboxScript.write(bin().resolve(program.getKey()), program.getValue());
        }
        for (StandIns each : StandIns.rust()) {
            for (String name : each.programs()) {
                if (standIns.getOrDefault(name, "").equals(each.script())) {
                    write("rust/" + name, each.script());
                }
            }
        }
        if (real.has("cargo") && real.has("rustc")) {
            write("rustup-init", "rustup-init");
        }
        for (StandIns each : StandIns.offered()) {
            for (String name : each.programs()) {
                write("offered/" + name, each.script());
            }
        }
    }

    /** Writes a stand-in for the program of this name, which is a script. */
    void write(String file, String script) throws IOException {
        String name = file.substring(file.lastIndexOf('/') + 1);
        ToolboxScript.write(
                root.resolve(file),
                "#!/bin/sh\n_called=" + ToolboxScript.quoted(name) + "\n. "
                        + ToolboxScript.quoted(seen + "/settings.sh") + "\n. "
                        + ToolboxScript.quoted(scripts + "/common.sh") + "\n. "
                        + ToolboxScript.quoted(scripts + "/" + script + ".sh") + "\n");
    }
}
