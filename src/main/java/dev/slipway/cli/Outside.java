package dev.slipway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Says that GitHub would never read the workflows of a folder that is not the root of its repository. */
final class Outside {
    private static final String GIT = ".git";

    private Outside() {}

    /** A warning where the directory is in a work tree of git, but not its root. */
    static Optional<String> of(GlobalOptions options) {
        Path directory = options.directory().toAbsolutePath().normalize();
        return Stream.iterate(directory, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(GIT)))
                .findFirst()
                .filter(root -> !root.equals(directory))
                .map(root -> "warning: GitHub reads no workflows below " + root.relativize(directory)
                        + ", only those at the root of the repository\n  run slipway in " + root
                        + ", with --config "
                        + root.relativize(options.configFile().toAbsolutePath().normalize()));
    }
}
