package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.tool.Section;
import dev.slipway.shell.CompilerVariables;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects the environment variables of builds, and lists those that builds no longer get. */
final class Environment {
    private static final Set<String> OWN_MACHINES =
            Set.of("CC", "CXX", "AR", "PKG_CONFIG_PATH", "PKG_CONFIG_SYSROOT_DIR");

    /** What holds with a go.mod in any case. */
    private static final Set<String> USUAL = Set.of("GO111MODULE=on", "GO111MODULE=auto");

    private final Fields fields;
    private final Notes notes;
    private final boolean rust;
    private final Map<String, Said<String>> variables = new LinkedHashMap<>();

    private final boolean linksC;

    /** @param linksC whether programs in Go are linked with C */
    Environment(Fields fields, Notes notes, boolean rust, boolean linksC) {
        this.fields = fields;
        this.notes = notes;
        this.rust = rust;
        this.linksC = linksC;
    }

    /** By name, each with its value and the place of that. */
    Map<String, Said<String>> variables() {
        return Collections.unmodifiableMap(variables);
    }

    /** The environment of all commands: what compilers read of it goes on to builds. */
    void shared(Section root) {
        for (String line : root.texts("env")) {
            String name = name(line);
            if (name.matches(rust ? "(CARGO|RUST).*+" : "GO[A-Z0-9].*+|CGO_.*+") || OWN_MACHINES.contains(name)) {
                add(root, line);
            } else {
                notes.part(root, "env", line, "builds get the variables of their compiler only");
            }
        }
    }

    /** The environment of a build, for all machines that it builds for. */
    void own(Program program) {
        Section build = program.section();
        lines(build, program.machines()).stream()
                .filter(line -> !names(build, name(line)))
                .forEach(line -> add(build, line));
    }

    /** Whether flags have the value of a variable in them, so that builds need not get it. */
    private static boolean names(Section build, String variable) {
        return !variable.matches("(CARGO|RUST|GO|CGO_).*+")
                && Stream.of("ldflags", "flags", "tags")
                        .flatMap(key -> build.texts(key).stream())
                        .anyMatch(text ->
                                text.contains(".Env." + variable + " ") || text.contains(".Env." + variable + "}"));
    }

    /** What another build or a part of one sets, which only counts if it means the same here. */
    void other(Section section, List<Machine> machines, String why) {
        for (String line : lines(section, machines)) {
            String name = name(line);
            boolean same = Optional.ofNullable(variables.get(name))
                    .filter(known -> fields.known(value(line)).equals(Optional.of(known.value())))
                    .isPresent();
            if (OWN_MACHINES.contains(name)) {
                add(section, line);
            } else if (!same && !isGiven(line)) {
                notes.part(section, "env", line, why);
            }
        }
    }

    /** A line may be a template that sets another variable for each machine, or none. */
    private List<String> lines(Section section, List<Machine> machines) {
        return section.texts("env").stream()
                .flatMap(line -> line.strip().startsWith("{{")
                        ? machines.stream()
                                .map(machine -> fields.of(machine, "").fill(line))
                                .map(filled -> filled.told() ? filled.text().strip() : line)
                        : Stream.of(line))
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
    }

    /** What other keys say, or what holds in any case. */
    private boolean isGiven(String line) {
        return name(line).equals("CGO_ENABLED") && !rust || USUAL.contains(line);
    }

    /** The compiler of another machine may link with another C library than that machine has. */
    private String linked(String compiler) {
        if (!rust && !linksC) {
            return "without 'cgo: true', no target is linked with C";
        }
        return "each target is built with its runner's compiler"
                + (rust ? "" : CompilerVariables.otherLibrary(compiler));
    }

    private void add(Section section, String line) {
        String name = name(line);
        String known = fields.known(value(line)).orElse("{");
        if (isGiven(line)) {
            return;
        }
        if (OWN_MACHINES.contains(name)) {
            notes.part(section, "env", line, linked(value(line)));
        } else if (known.contains("{") || known.contains("$")) {
            notes.part(section, "env", line, "its value is known only during a run");
        } else {
            variables.put(name, new Said<>(known, section.from("env")));
        }
    }

    private static String value(String line) {
        return line.contains("=") ? line.substring(line.indexOf('=') + 1) : "";
    }

    private static String name(String line) {
        return line.contains("=") ? line.substring(0, line.indexOf('=')) : line;
    }
}
