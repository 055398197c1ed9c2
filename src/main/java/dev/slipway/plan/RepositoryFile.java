package dev.slipway.plan;

import java.util.List;

/**
 * A file of the repository that people download from the release.
 *
 * @param path in the repository
 * @param name in the release
 */
public record RepositoryFile(String path, String name) {
    static List<RepositoryFile> all(List<String> texts) {
        return texts.stream().map(RepositoryFile::of).toList();
    }

    /** Reads {@code doc/otto.1}, or {@code doc/otto.1 => manual.1}. */
    private static RepositoryFile of(String text) {
        String[] sides = text.split(Packing.INTO, 2);
        return new RepositoryFile(sides[0], sides[sides.length - 1].replaceFirst("^.*/", ""));
    }
}
