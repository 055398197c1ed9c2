package dev.slipway.detect.jreleaser;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.tool.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the distributions: the files of each are those of the release. */
record Distributions(Section root, Names names, Surroundings around, Found found) {
    private static final List<String> KNOWN = List.of(
            "name", "type", "executable", "java", "platform", "tags", "extraProperties", "stereotype", "native");

    void read(boolean uploaded) {
        Section all = root.section("distributions");
        for (String name : all.names()) {
            Section distribution = all.section(name);
            boolean active = Active.unlessOff(distribution);
            Map<String, String> own = new LinkedHashMap<>(Reading.extra(distribution, "distribution"));
            String called = distribution.text("name").orElse(name);
            own.put("distributionName", called);
            String program = distribution.section("executable").text("name").orElse(called);
            own.put("distributionExecutable", program);
            own.put("distributionExecutableName", program);
            boolean skipped = distribution
                    .pairs("extraProperties")
                    .getOrDefault("skipRelease", "")
                    .equals("true");
            new Artifacts(names.with(own), "artifacts", found)
                    .read(distribution, Platforms.replacements(root, distribution), active && uploaded && !skipped);
            if (active) {
                nativeProgram(distribution);
            }
            distribution.section("executable").skipAll();
            KNOWN.forEach(distribution::skip);
        }
    }

    /** Programs that need no Java get one in the archives of a Java build, unless GraalVM compiles them there, too. */
    private void nativeProgram(Section distribution) {
        String type = distribution.text("type").orElse("JAVA_BINARY").toUpperCase(Locale.ROOT);
        String kind = type.substring(type.lastIndexOf('.') + 1);
        if (List.of("BINARY", "NATIVE_IMAGE", "FLAT_BINARY").contains(kind)) {
            nativeProgram(around, found, distribution.from("type"));
        }
    }

    static void nativeProgram(Surroundings around, Found found, String from) {
        around.build().ifPresent(build -> {
            String key = build + ".native";
            if (found.open.stream().noneMatch(open -> open.key().equals(key))) {
                found.open.add(new Takeover.Open(
                        key,
                        "today's archives contain a program that needs no Java; name it here, or they get a jar and a"
                                + " Java runtime; from " + from));
            }
        });
    }
}
