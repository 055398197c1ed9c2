package dev.slipway.plan;

import java.util.List;

/**
 * A file of the repository, or of what the archives hold, that people download from the release.
 *
 * @param path in the repository, or in an archive
 * @param name in the release
 * @param archived whether it is one that the archives hold; that of the first archive is taken
 */
public record RepositoryFile(String path, String name, boolean archived) {
    private static final String ARCHIVE = "{archive}/";

    static List<RepositoryFile> all(List<String> texts) {
        return texts.stream().map(RepositoryFile::of).toList();
    }

    /** Reads {@code doc/otto.1}, {@code doc/otto.1 => manual.1}, or {@code {archive}/lib/otto.jar => otto.jar}. */
    private static RepositoryFile of(String text) {
        String[] sides = text.split(Packing.INTO, 2);
        boolean archived = sides[0].startsWith(ARCHIVE);
        return new RepositoryFile(
                archived ? sides[0].substring(ARCHIVE.length()) : sides[0],
                sides[sides.length - 1].replaceFirst("^.*/", ""),
                archived);
    }
}
