package dev.slipway.detect.git;

import dev.slipway.detect.fact.Fact;
import java.nio.file.Path;
import java.util.Optional;

/** Which repository on GitHub a checkout is of, as its remotes say. */
public final class GitRemote {
    private GitRemote() {}

    /** {@code owner/name}; nothing if git does not know, or knows several. */
    public static Optional<String> of(Path directory) {
        return Remotes.read(new GitProcess(directory.toAbsolutePath().normalize(), "git"))
                .repository()
                .map(Fact::value);
    }
}
