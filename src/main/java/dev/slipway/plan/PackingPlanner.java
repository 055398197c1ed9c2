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

/** Plans what is in the archives. */
final class PackingPlanner {
    private static final List<String> INCLUDE = List.of("LICEN[CS]E*", "README*");
    /** What applies to all, and what to each. */
    private static final List<String> UNIX = List.of("", "linux", "macos", "freebsd");

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
        ArchiveLayout layout = layout();
        ArchiveLayout windows = config.layouts().getOrDefault(Os.WINDOWS.word(), layout);
        checkUnix(layout);
        checkBare(layout, windows);
        checkRaw(layout, windows, project);
        return new Packing(
                layout,
                Map.of(Os.WINDOWS, windows),
                formats(),
                config.include().orElse(INCLUDE),
                config.include().isPresent(),
                config.generate().entrySet().stream()
                        .map(entry -> new GeneratedFile(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private ArchiveLayout layout() {
        for (String word : UNIX) {
            ArchiveLayout own = config.layouts().get(word);
            if (own != null) {
                return own;
            }
        }
        return ArchiveLayout.FLAT;
    }

    /** Installers and formulae are for all of them, and unpack them in the same way. */
    private void checkUnix(ArchiveLayout layout) {
        for (Map.Entry<String, ArchiveLayout> own : config.layouts().entrySet()) {
            if (UNIX.contains(own.getKey()) && own.getValue() != layout) {
                problems.add(Problem.at(
                        PLACE.child("layout").child(own.getKey()),
                        "a layout other than " + Quote.of(layout.word())
                                + ", but Linux, macOS and FreeBSD share one layout",
                        "only 'windows' may have another layout"));
            }
        }
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

    /** A program without an archive has no place for other files. */
    private void checkBare(ArchiveLayout layout, ArchiveLayout windows) {
        if (!Packing.isBare(layout) || !Packing.isBare(windows)) {
            return;
        }
        String only = "the layout " + Quote.of(layout.word()) + " contains only programs";
        if (config.include().filter(files -> !files.isEmpty()).isPresent()) {
            problems.add(Problem.at(PLACE.child("include"), only, "remove 'include', or write 'layout: flat'"));
        }
        if (!config.generate().isEmpty()) {
            problems.add(Problem.at(PLACE.child("generate"), only, "remove 'generate', or write 'layout: flat'"));
        }
    }

    private void checkRaw(ArchiveLayout layout, ArchiveLayout windows, String project) {
        if (layout == ArchiveLayout.RAW
                && windows == ArchiveLayout.RAW
                && !config.formats().isEmpty()) {
            problems.add(Problem.at(
                    PLACE.child("format"),
                    "the layout 'raw' creates no archives, so it has no format",
                    "remove 'format', or write 'layout: bin'"));
        }
        if (layout != ArchiveLayout.RAW && windows != ArchiveLayout.RAW) {
            return;
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
