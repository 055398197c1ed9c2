package dev.slipway.plan;

import java.util.List;

/**
 * A file that people download from the release in addition to its archives.
 *
 * @param path where its source has it
 * @param name in the release, known except for the tag
 */
public record RepositoryFile(Source source, String path, ArchiveName name) {
    /** Where a file comes from, and the word for that in a config. */
    public enum Source {
        /** The repository at the tag. */
        REPOSITORY(""),
        /** The first archive. */
        ARCHIVE("{archive}/"),
        /** What the first build leaves in its work tree. */
        BUILD("{build}/");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        private static Source of(String text) {
            return text.startsWith(ARCHIVE.word) ? ARCHIVE : text.startsWith(BUILD.word) ? BUILD : REPOSITORY;
        }
    }

    /** Whether the release creates it, so that it is not in the repository. */
    public boolean made() {
        return source != Source.REPOSITORY;
    }

    static List<RepositoryFile> all(List<String> texts, String project, TagRule tags) {
        return texts.stream().map(text -> of(text, project, tags)).toList();
    }

    /** Reads {@code doc/otto.1}, {@code doc/otto.1 => manual.1}, or {@code {build}/target/otto.jar => otto-{version}.jar}. */
    private static RepositoryFile of(String text, String project, TagRule tags) {
        String[] sides = text.split(Packing.INTO, 2);
        Source source = Source.of(sides[0]);
        return new RepositoryFile(
                source,
                sides[0].substring(source.word.length()),
                ArchiveName.of(sides[sides.length - 1].replaceFirst("^.*/", ""), project, tags));
    }
}
