package dev.slipway.plan;

import dev.slipway.config.ArchiveFormat;
import dev.slipway.config.ArchiveLayout;
import dev.slipway.toolchain.Os;
import java.util.List;
import java.util.Map;

/**
 * What is in the archives, and how they are packed.
 *
 * @param layout of all systems that have none of their own
 * @param layouts by operating system, if they differ
 * @param formats by operating system
 * @param include patterns of files in addition to the programs, each with its target folder after {@code =>}
 * @param strict whether each pattern has to match something
 * @param generated what the program itself makes
 */
public record Packing(
        ArchiveLayout layout,
        Map<Os, ArchiveLayout> layouts,
        Map<Os, ArchiveFormat> formats,
        List<String> include,
        boolean strict,
        List<GeneratedFile> generated) {
    /** The text between a pattern and the folder that its files go to. */
    public static final String INTO = " => ";

    /** The folder in which builds find what was generated. */
    public static final String EXTRAS = "extras";

    public Packing {
        layouts = Map.copyOf(layouts);
        formats = Map.copyOf(formats);
        include = List.copyOf(include);
        generated = List.copyOf(generated);
    }

    /** The settings of one system. */
    public Packing of(Os os) {
        ArchiveLayout own = layouts.getOrDefault(os, layout);
        boolean bare = isBare(own);
        if (layouts.isEmpty() && !bare) {
            return this;
        }
        return new Packing(own, Map.of(), formats, bare ? List.of() : include, strict, bare ? List.of() : generated);
    }

    /** Whether an archive contains only programs. */
    static boolean isBare(ArchiveLayout layout) {
        return layout == ArchiveLayout.BIN || layout == ArchiveLayout.RAW;
    }

    /** Whether programs are released without archives. */
    public boolean raw() {
        return layout == ArchiveLayout.RAW;
    }

    /** Whether everything is in a folder with the name of the archive. */
    public boolean inFolder() {
        return layout == ArchiveLayout.DIR;
    }

    /** How it is packed for a system: {@code tar.gz}, {@code tar.xz}, {@code tar.zst} or {@code zip}. */
    public String format(Os os) {
        return formats.getOrDefault(os, ArchiveFormat.TAR_GZ).word();
    }

    /** What follows the name of an archive. */
    public String ending(Os os) {
        return raw() ? os.executable() : "." + format(os);
    }

    /**
     * A file that the program makes.
     *
     * @param path in the archive
     * @param command what prints it; {@code {bin}} stands for the program
     */
    public record GeneratedFile(String path, String command) {
        /** The pattern by which the builds take it. */
        public String include() {
            int slash = path.lastIndexOf('/');
            return EXTRAS + "/" + path + (slash < 0 ? "" : INTO + path.substring(0, slash + 1));
        }
    }
}
