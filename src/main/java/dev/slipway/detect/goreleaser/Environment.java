package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.tool.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

    Environment(Fields fields, Notes notes, boolean rust) {
        this.fields = fields;
        this.notes = notes;
        this.rust = rust;
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

    /** The environment of a build. */
    void own(Section build) {
        build.texts("env").forEach(line -> add(build, line));
    }

    private void add(Section section, String line) {
        String name = name(line);
        String value = line.contains("=") ? line.substring(line.indexOf('=') + 1) : "";
        String known = fields.known(value).orElse("{");
        if (name.equals("CGO_ENABLED") && !rust || USUAL.contains(line)) {
            return;
        }
        if (OWN_MACHINES.contains(name)) {
            notes.part(section, "env", line, "each target is built with its runner's compiler");
        } else if (known.contains("{") || known.contains("$")) {
            notes.part(section, "env", line, "its value is known only during a run");
        } else {
            variables.put(name, new Said<>(known, section.from("env")));
        }
    }

    private static String name(String line) {
        return line.contains("=") ? line.substring(0, line.indexOf('=')) : line;
    }
}
