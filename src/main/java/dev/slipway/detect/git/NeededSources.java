package dev.slipway.detect.git;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the sources consist of beyond the files that git keeps itself: a plain checkout on GitHub leaves it out.
 *
 * @param submodules {@code true}, or {@code recursive} if a submodule has submodules
 * @param lfs a pattern of files that are in Git LFS
 */
public record NeededSources(Optional<Fact<String>> submodules, Optional<Fact<String>> lfs) {
    private static final String ATTRIBUTES = ".gitattributes";
    private static final String MODULES = ".gitmodules";

    public static NeededSources of(Git git, RepositoryFiles files) {
        return new NeededSources(submodules(git.submodules(), files), lfs(git, files));
    }

    /** What a submodule that is not checked out has in turn cannot be seen. */
    private static Optional<Fact<String>> submodules(List<String> paths, RepositoryFiles files) {
        String depth = paths.stream().anyMatch(path -> files.has(path + "/" + MODULES)) ? "recursive" : "true";
        return paths.stream().findFirst().map(first -> new Fact<>(depth, "git submodule " + first));
    }

    private static Optional<Fact<String>> lfs(Git git, RepositoryFiles files) {
        return Stream.concat(
                        Stream.of(ATTRIBUTES),
                        git.tracked().stream()
                                .flatMap(paths -> paths.stream().filter(path -> path.endsWith("/" + ATTRIBUTES)))
                                .sorted())
                .flatMap(path -> files.read(path).stream())
                .flatMap(source -> {
                    List<String> lines = source.lines();
                    return Stream.iterate(0, line -> line < lines.size(), line -> line + 1)
                            .filter(line -> isLfs(lines.get(line)))
                            .map(line -> new Fact<>(
                                    lines.get(line).strip().split("\\s", 2)[0], source.name() + ":" + (line + 1)));
                })
                .findFirst();
    }

    private static boolean isLfs(String line) {
        return !line.strip().startsWith("#")
                && List.of(line.strip().split("\\s+")).contains("filter=lfs");
    }
}
