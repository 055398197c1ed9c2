package dev.slipway.detect.git;

import dev.slipway.detect.git.GitProcess.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tags of a repository. */
public final class GitTags {
    private GitTags() {}

    /** Their names; nothing if git does not say, or knows only a part of the history, as most CI jobs do. */
    public static Optional<List<String>> of(Path directory) {
        return of(new GitProcess(directory.toAbsolutePath().normalize(), "git"));
    }

    /** Those that git knows, however many that are, the newest first. */
    public static Stream<String> newest(Path directory) {
        return GitReader.tags(new GitProcess(directory.toAbsolutePath().normalize(), "git")).stream();
    }

    static Optional<List<String>> of(GitProcess git) {
        Output shallow = git.ask("rev-parse", "--is-shallow-repository");
        if (!shallow.ok() || !shallow.lines().equals(List.of("false"))) {
            return Optional.empty();
        }
        Output tags = git.ask("tag", "--list");
        return tags.ok() ? Optional.of(tags.lines()) : Optional.empty();
    }
}
