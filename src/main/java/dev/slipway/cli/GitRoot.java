package dev.slipway.cli;

import dev.slipway.plan.Paths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The repository that a folder belongs to. GitHub reads workflows only at the root of a repository, so what is generated for a
 * config in a folder of it goes there.
 *
 * @param root the folder that counts as the root
 * @param config the config that the folder is about, if it is not that of the root
 */
record GitRoot(Path root, Optional<Path> config) {
    private static final String GIT = ".git";
    private static final String GENERATED = ".slipway";

    /** What makes a folder of a repository a separate project. */
    private static final List<String> MANIFESTS =
            List.of("Cargo.toml", "go.mod", "pom.xml", "build.gradle", "build.gradle.kts");

    /** A folder that has generated files is a root itself, such as an example in a larger repository. */
    static GitRoot of(Path folder) {
        Path directory = folder.toAbsolutePath().normalize();
        if (Files.exists(directory.resolve(GIT)) || Files.exists(directory.resolve(GENERATED))) {
            return new GitRoot(folder, Optional.empty());
        }
        List<Path> above =
                Stream.iterate(directory, it -> it != null, Path::getParent).toList();
        return above.stream()
                .filter(it -> Files.exists(it.resolve(GIT)))
                .findFirst()
                .map(root -> new GitRoot(root, config(above, root)))
                .orElse(new GitRoot(folder, Optional.empty()));
    }

    /** The nearest config below the root. */
    private static Optional<Path> config(List<Path> above, Path root) {
        return above.stream()
                .takeWhile(folder -> !folder.equals(root))
                .map(folder -> folder.resolve(Paths.CONFIG))
                .filter(Files::exists)
                .findFirst();
    }

    /** The folder of a new config: the requested one if it is a project, otherwise the root. */
    Path home(Path folder) {
        return MANIFESTS.stream().anyMatch(manifest -> Files.exists(folder.resolve(manifest))) ? folder : root;
    }

    /** Warns that GitHub reads workflows only at the root of a repository. */
    static Optional<String> warning(Path folder) {
        Path directory = folder.toAbsolutePath().normalize();
        return Stream.iterate(directory, it -> it != null, Path::getParent)
                .filter(it -> Files.exists(it.resolve(GIT)))
                .findFirst()
                .filter(root -> !root.equals(directory) && of(folder).root().equals(folder))
                .map(root -> "warning: GitHub reads no workflows below " + root.relativize(directory)
                        + ", only those at the root of the repository\n  to generate them there, delete "
                        + root.relativize(directory.resolve(GENERATED)) + " and run slipway again");
    }
}
