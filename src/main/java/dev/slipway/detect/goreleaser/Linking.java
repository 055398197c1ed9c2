package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads whether programs in Go are linked with C, which builds say in their environment. */
record Linking(Fields fields, Notes notes) {
    /** Whether all programs are linked with C. */
    boolean all(List<Program> builds) {
        return builds.stream().allMatch(program -> cgo(program.section()).equals("1"));
    }

    /** The build whose flags all get: flags for C make one without it fail. One of the same program comes first. */
    Program first(Program usual, List<Program> builds) {
        List<Program> fitting = builds.stream()
                .filter(program -> !program.rust())
                .filter(program -> all(builds) || !cgo(program.section()).equals("1"))
                .toList();
        return fitting.stream()
                .filter(program -> program.place().equals(usual.place()))
                .findFirst()
                .orElse(fitting.isEmpty() ? usual : fitting.get(0));
    }

    /**
     * C is for all targets or for none.
     *
     * @param root the whole config, whose environment builds inherit
     */
    void add(List<Program> builds, Section root) {
        Map<String, List<Program>> bySetting = new LinkedHashMap<>();
        builds.forEach(program -> bySetting
                .computeIfAbsent(cgo(program.section()), any -> new ArrayList<>())
                .add(program));
        List<Program> with = bySetting.getOrDefault("1", List.of());
        List<Program> untold = bySetting.getOrDefault("", List.of());
        boolean all = all(builds);
        if (all || untold.isEmpty()) {
            Section first = builds.stream()
                    .filter(program -> cgo(program.section()).equals("1") == all)
                    .findFirst()
                    .orElse(builds.get(0))
                    .section();
            notes.flag("go.cgo", all, (inherits(first) ? root : first).from("env"));
        }
        if (!all) {
            with.forEach(program -> notes.part(
                    program.section(),
                    "env",
                    "CGO_ENABLED=1",
                    "other builds do not use C, but it applies to all targets or none"));
        }
        untold.stream()
                .filter(program -> !program.section().unknown("env"))
                .limit(1)
                .forEach(program -> notes.open.add(new GoReleaser.Said<>(
                        (isSet(program.section())
                                        ? "the value of CGO_ENABLED is known only during a run"
                                        : "CGO_ENABLED is not set here, so Go may have used C for targets that match the build machine")
                                + "; without 'cgo: true', no target uses C; from "
                                + program.section().from("env"),
                        "go.cgo")));
    }

    /** Whether it has a value that nothing here tells. */
    private boolean isSet(Section build) {
        return fields.building(build).environment().containsKey("CGO_ENABLED");
    }

    /** What a build says, else the environment of all, else what the build says for each of its machines. */
    private String cgo(Section build) {
        Value shared = fields.environment().getOrDefault("CGO_ENABLED", new Value.Unknown(""));
        List<String> each = build.sections("overrides").stream()
                .map(this::ownCgo)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        String own = ownCgo(build);
        String all = own.isEmpty() && shared.known() ? shared.printed() : own;
        return all.isEmpty() && each.size() == 1 ? each.get(0) : all;
    }

    /** Whether the environment of all says it, and not the build. */
    private boolean inherits(Section build) {
        return ownCgo(build).isEmpty()
                && Optional.ofNullable(fields.environment().get("CGO_ENABLED"))
                        .filter(Value::known)
                        .isPresent();
    }

    private String ownCgo(Section section) {
        return section.texts("env").stream()
                .filter(line -> line.startsWith("CGO_ENABLED="))
                .reduce((one, other) -> other)
                .map(line -> line.substring(12))
                .flatMap(fields::known)
                .orElse("");
    }
}
