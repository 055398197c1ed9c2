package dev.slipway.plan;

import java.util.List;

/**
 * A file of the repository, or of what the archives hold, that people download from the release.
 *
 * @param path in the repository, or in an archive
 * @param name in the release, known except for the tag
 * @param archived whether it is one that the archives hold; that of the first archive is taken
 */
public record RepositoryFile(String path, ArchiveName name, boolean archived) {
    private static final String ARCHIVE = "{archive}/";

    static List<RepositoryFile> all(List<String> texts, String project, TagRule tags) {
        return texts.stream().map(text -> of(text, project, tags)).toList();
    }

    /** Reads {@code doc/otto.1}, {@code doc/otto.1 => manual.1}, or {@code {archive}/lib/otto.jar => otto-{version}.jar}. */
    private static RepositoryFile of(String text, String project, TagRule tags) {
        String[] sides = text.split(Packing.INTO, 2);
        boolean archived = sides[0].startsWith(ARCHIVE);
        return new RepositoryFile(
                archived ? sides[0].substring(ARCHIVE.length()) : sides[0],
                ArchiveName.of(sides[sides.length - 1].replaceFirst("^.*/", ""), project, tags),
                archived);
    }
}
