package dev.slipway.plan;

import dev.slipway.config.ArchiveConfig;
import dev.slipway.config.ArchiveFormat;
import dev.slipway.config.ArchiveLayout;
import dev.slipway.plan.Packing.GeneratedFile;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Toolchain;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Plans what lies in the archives. */
final class PackingPlanner {
    private static final List<String> INCLUDE = List.of("LICEN[CS]E*", "README*");
    private static final Pointer PLACE = Pointer.of("/archive");

    private final ArchiveConfig config;
    private final Toolchain toolchain;
    private final List<Problem> problems;

    PackingPlanner(ArchiveConfig config, Toolchain toolchain, List<Problem> problems) {
        this.config = config;
        this.toolchain = toolchain;
        this.problems = problems;
    }

    Packing packing(String project) {
        ArchiveLayout layout = config.layout().orElse(ArchiveLayout.FLAT);
        boolean bare = layout == ArchiveLayout.BIN || layout == ArchiveLayout.RAW;
        if (bare) {
            checkBare(layout, project);
        }
        return new Packing(
                layout,
                formats(),
                bare ? List.of() : config.include().orElse(INCLUDE),
                config.include().isPresent(),
                config.generate().entrySet().stream()
                        .map(entry -> new GeneratedFile(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private Map<Os, ArchiveFormat> formats() {
        Map<Os, ArchiveFormat> formats = new EnumMap<>(Os.class);
        for (Os os : Os.values()) {
            ArchiveFormat usual = os == Os.WINDOWS ? ArchiveFormat.ZIP : ArchiveFormat.TAR_GZ;
            ArchiveFormat all = config.formats().getOrDefault("", usual);
            formats.put(os, config.formats().getOrDefault(os.word(), all));
        }
        return formats;
    }

    /** Programs alone have no place for other files. */
    private void checkBare(ArchiveLayout layout, String project) {
        String only = "the layout " + Quote.of(layout.word()) + " holds programs only";
        if (config.include().filter(files -> !files.isEmpty()).isPresent()) {
            problems.add(Problem.at(PLACE.child("include"), only, "remove 'include', or write 'layout: flat'"));
        }
        if (!config.generate().isEmpty()) {
            problems.add(Problem.at(PLACE.child("generate"), only, "remove 'generate', or write 'layout: flat'"));
        }
        if (layout != ArchiveLayout.RAW) {
            return;
        }
        if (!config.formats().isEmpty()) {
            problems.add(Problem.at(
                    PLACE.child("format"),
                    "the layout 'raw' packs nothing, so it has no format",
                    "remove 'format', or write 'layout: bin'"));
        }
        if (toolchain.shipped(project).size() > 1) {
            problems.add(Problem.at(
                    PLACE.child("layout"),
                    "the layout 'raw' is for one program, and this project has "
                            + toolchain.shipped(project).size(),
                    "write 'layout: bin'"));
        }
        if (toolchain.shipped(project).get(0).folder()) {
            problems.add(Problem.at(
                    PLACE.child("layout"),
                    "the program is a folder, which cannot be released without an archive",
                    "write 'layout: bin'"));
        }
    }
}
