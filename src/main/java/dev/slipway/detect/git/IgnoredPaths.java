package dev.slipway.detect.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks git which paths it ignores. */
public final class IgnoredPaths {
    private IgnoredPaths() {}

    /**
     * Those of some paths that {@code git add} leaves out; none outside a repository, or without git.
     *
     * @param paths from the directory
     */
    public static List<String> of(Path directory, List<String> paths) {
        List<String> words = new ArrayList<>(List.of("check-ignore", "--"));
        words.addAll(paths);
        return new GitProcess(directory.toAbsolutePath().normalize(), "git")
                .ask(words.toArray(String[]::new))
                .lines();
    }
}
