package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.Archives.Download;
import dev.slipway.detect.tool.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how the programs are built, in the words of the toolchains {@code go} and {@code rust}. */
record ToolchainKeys(Section root, Fields fields, Surroundings around, Notes notes) {
    /** What lists of flags mean the same in both tools. */
    private static final List<String> COMPARED = List.of("ldflags", "tags", "flags", "buildmode", "main", "dir");

    /** What one build of Go may lack that the others have. */
    private static final List<String> LACKING = List.of("ldflags", "tags", "flags", "buildmode");

    void add(Selection selection) {
        List<Program> programs = selection.programs().stream()
                .filter(program -> !program.prebuilt())
                .toList();
        if (programs.isEmpty()) {
            return;
        }
        List<Program> builds = selection.builds().stream()
                .filter(program -> !program.prebuilt())
                .toList();
        Linking linking = new Linking(fields, notes);
        Program first = programs.get(0).rust() ? programs.get(0) : linking.first(programs.get(0), builds);
        Section build = first.section();
        if (first.rust()) {
            build.skip("tool");
            new RustKeys(fields, notes).add(first, programs);
        } else {
            compiler(build);
            new GoPrograms(fields, around, notes).add(programs);
            GoFlags flags = new GoFlags(fields.building(build), notes);
            flags.addLinked(build);
            flags.add(build);
        }
        Environment environment = environment(first, selection);
        for (Program other : builds) {
            if (other.section() != build) {
                differences(build, other, environment);
                if (!other.rust() && selection.chosen().values().stream().anyMatch(one -> packs(one, build, other))) {
                    lackedVariables(other.section(), build, environment);
                }
            }
            other.section()
                    .sections("overrides")
                    .forEach(override -> overridden(build, override, other.machines(), environment));
        }
        if (!first.rust()) {
            linking.add(builds, root);
        }
    }

    /** A program such as garble changes what people get; another Go of the same name does not. */
    private void compiler(Section build) {
        for (String key : List.of("tool", "gobinary")) {
            if (build.text(key).filter(text -> !text.equals("go")).isPresent()) {
                notes.left(build, key, "programs are built with 'go'");
            }
        }
    }

    /** What a build sets for some of its machines only. */
    private void overridden(Section build, Section override, List<Machine> machines, Environment environment) {
        String os = override.text("goos").orElse("");
        String arch = override.text("goarch").orElse("");
        override.names().stream().filter(name -> name.startsWith("go")).forEach(override::skip);
        List<Machine> some = machines.stream()
                .filter(machine -> os.isEmpty() || machine.os().equals(os))
                .filter(machine -> arch.isEmpty() || machine.arch().equals(arch))
                .toList();
        String of = Stream.of(os, arch).filter(word -> !word.isEmpty()).collect(Collectors.joining("/"));
        environment.other(override, some, "only for " + of + "; 'env' of a target sets it there");
        List.of("ldflags", "flags", "tags", "asmflags", "gcflags").forEach(key -> {
            if (override.has(key) && !meaning(override, key).equals(meaning(build, key))) {
                notes.left(override, key, "all targets are built like " + build.path());
            } else {
                override.skip(key);
            }
        });
    }

    /** One build says how all are built; if another says something else, that is lost. */
    private void differences(Section build, Program program, Environment environment) {
        Section other = program.section();
        String why = "all programs are built like " + build.path();
        environment.other(other, program.machines(), why);
        if (!program.rust()) {
            compiler(other);
        }
        for (String key : COMPARED) {
            boolean same = meaning(build, key).equals(meaning(other, key));
            boolean placed = key.equals("main") || key.equals("dir") && !program.rust();
            if (other.has(key) && !same && !placed) {
                notes.left(other, key, why);
            } else if (!same && !other.has(key) && !program.rust() && LACKING.contains(key)) {
                notes.part(other, key, String.join(" ", build.texts(key)), "not set here today, but " + why);
            } else {
                other.skip(key);
            }
        }
        if (program.rust()) {
            other.skip("tool");
        }
        if (other.has("command")) {
            notes.left(other, "command", "the toolchain uses its own command");
        }
    }

    private static boolean packs(Download download, Section build, Program other) {
        List<Section> packed =
                download.programs().stream().map(Program::section).toList();
        return packed.contains(build) && packed.contains(other.section());
    }

    /** Variables that a build lacks, and gets now with the program next to it. */
    private void lackedVariables(Section other, Section build, Environment environment) {
        Stream<String> given = Stream.of(root, other).flatMap(section -> section.texts("env").stream());
        Set<String> names =
                given.map(line -> line.strip().replaceFirst("(?s)=.*+", "")).collect(Collectors.toSet());
        environment.variables().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> notes.part(
                        other, "env", name, "not set here today, but all programs are built like " + build.path()));
    }

    /** The words of flags, however they are spread over lines and quoted. */
    private List<String> meaning(Section build, String key) {
        Fields own = fields.building(build);
        return build.texts(key).stream()
                .flatMap(line -> {
                    Evaluation.Result filled = own.fill(line);
                    String open = line.replace("{{ ", "{{").replace(" }}", "}}");
                    return Flags.words(filled.told() ? filled.text() : open).stream();
                })
                .map(word -> word.replace("'", "").replace("\"", ""))
                .toList();
    }

    /** Variables reach all builds; the compilers for C are those of each target's own machine. */
    private Environment environment(Program first, Selection selection) {
        Environment environment =
                new Environment(fields, notes, first.rust(), new Linking(fields, notes).all(selection.builds()));
        environment.shared(root);
        environment.own(first);
        selection.chosen().keySet().stream()
                .map(ToolchainKeys::system)
                .distinct()
                .forEach(system -> {
                    List<Download> downloads = selection.chosen().values().stream()
                            .filter(download -> download.machine().os().equals(os(system)))
                            .toList();
                    environment.variables().forEach((name, value) -> set(system, name, value, downloads));
                });
        return environment;
    }

    /** Sets a variable that all archives of a system are built with; lists one that only some of them get. */
    private void set(String system, String name, GoReleaser.Said<String> value, List<Download> downloads) {
        Set<String> values = new LinkedHashSet<>();
        downloads.forEach(
                download -> values.add(value(name, value.value(), download).orElse("")));
        if (values.size() > 1) {
            Section build = downloads.get(0).programs().get(0).section();
            notes.part(
                    build,
                    "env",
                    name,
                    "not the same for all targets of " + system + "; 'env' of a target sets it there");
        } else {
            values.stream()
                    .filter(known -> !known.isEmpty())
                    .forEach(known -> notes.text(system + ".env." + name, known, value.from()));
        }
    }

    /** What a variable is where an archive is built: what all builds get, or what a template makes for its machine. */
    private Optional<String> value(String name, String usual, Download download) {
        Fields here = fields.of(download.machine(), "");
        return Stream.concat(
                        Stream.of(root),
                        download.programs().stream().map(Program::section).distinct())
                .flatMap(section -> section.texts("env").stream())
                .map(String::strip)
                .flatMap(line -> {
                    if (!line.startsWith("{{")) {
                        return line.startsWith(name + "=") ? Stream.of(usual) : Stream.empty();
                    }
                    Evaluation.Result filled = here.fill(line);
                    String text = filled.text().strip();
                    return !filled.told()
                            ? Stream.of(usual)
                            : text.startsWith(name + "=")
                                    ? fields.known(text.substring(name.length() + 1)).stream()
                                    : Stream.empty();
                })
                .reduce((one, last) -> last);
    }

    private static String os(String system) {
        return system.equals("macos") ? "darwin" : system;
    }

    private static String system(String triple) {
        return triple.contains("linux")
                ? "linux"
                : triple.contains("darwin") ? "macos" : triple.contains("windows") ? "windows" : "freebsd";
    }
}
