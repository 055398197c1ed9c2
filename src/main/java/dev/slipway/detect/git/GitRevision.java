package dev.slipway.detect.git;

import dev.slipway.detect.git.GitProcess.Output;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A commit that a repository has on this machine; nothing is fetched.
 *
 * @param directory whose files are asked for
 * @param commit its hash
 */
public record GitRevision(Path directory, String commit) {
    /** The commit that a branch, a tag, a hash or {@code HEAD~1} means; nothing if git does not know it. */
    public static Optional<GitRevision> of(Path directory, String word) {
        Path root = directory.toAbsolutePath().normalize();
        Output found = new GitProcess(root, "git")
                .ask("rev-parse", "--verify", "--quiet", "--end-of-options", word + "^{commit}");
        return found.ok() && found.lines().size() == 1
                ? Optional.of(new GitRevision(root, found.lines().get(0)))
                : Optional.empty();
    }

    /** Whether it merges others. */
    public boolean isMerge() {
        return of(directory, commit + "^2").isPresent();
    }

    /** The text of a file, by its path from the directory; nothing if the commit has no such file. */
    public Optional<String> text(String path) {
        Output found = new GitProcess(directory, "git").ask("cat-file", "blob", commit + ":./" + path);
        return found.ok() ? Optional.of(found.out()) : Optional.empty();
    }
}
