package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.List;

/** The programs that Cargo builds, with their options. */
record RustKeys(Fields fields, Notes notes) {
    void add(Program first, List<Program> programs) {
        Section build = first.section();
        build.skip("command");
        List<String> names = Program.names(programs, fields);
        if (names.size() > 1 || !names.get(0).equals(fields.project())) {
            notes.texts("rust.bins", names, build.from("binary"));
        }
        List<String> features = new ArrayList<>();
        String previous = "";
        for (String word : Flags.words(String.join(" ", build.texts("flags")))) {
            String flag = previous + word;
            previous = "";
            if (List.of("-p", "--package", "--features", "-F", "--profile").contains(flag)) {
                previous = flag.replace("-F", "--features").replace("-p", "--package") + "=";
            } else if (flag.startsWith("--package=")) {
                notes.text("rust.package", flag.substring(10), build.from("flags"));
            } else if (flag.startsWith("--features=")) {
                features.addAll(List.of(flag.substring(11).split("[, ]+")));
            } else if (flag.startsWith("--profile=")) {
                notes.text("rust.profile", flag.substring(10), build.from("flags"));
            } else if (flag.equals("--no-default-features")) {
                notes.flag("rust.default-features", false, build.from("flags"));
            } else if (!List.of("--release", "--locked").contains(flag)) {
                notes.part(build, "flags", flag, "no config key for it");
            }
        }
        if (!features.isEmpty()) {
            notes.texts("rust.features", features, build.from("flags"));
        }
    }
}
