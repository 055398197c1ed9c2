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
 * @param guarded the address of a crate that Git fetches with a key of SSH
 */
public record NeededSources(
        Optional<Fact<String>> submodules, Optional<Fact<String>> lfs, Optional<Fact<String>> guarded) {
    private static final String ATTRIBUTES = ".gitattributes";
    private static final String MODULES = ".gitmodules";

    public static NeededSources of(Git git, RepositoryFiles files) {
        return new NeededSources(submodules(git.submodules(), files), lfs(git, files), guarded(files));
    }

    /** What Cargo takes from another repository with a key; a copy of it in the repository needs none. */
    private static Optional<Fact<String>> guarded(RepositoryFiles files) {
        boolean copied = Stream.of(".cargo/config.toml", ".cargo/config")
                .flatMap(file -> files.read(file).stream())
                .anyMatch(source -> source.text().contains("replace-with"));
        return copied
                ? Optional.empty()
                : Stream.of("Cargo.toml", "Cargo.lock")
                        .flatMap(file -> files.read(file).stream())
                        .flatMap(source -> {
                            List<String> lines = source.lines();
                            return Stream.iterate(0, line -> line < lines.size(), line -> line + 1)
                                    .filter(line -> !lines.get(line).strip().startsWith("#"))
                                    .flatMap(line -> address(lines.get(line))
                                            .map(found -> new Fact<>(found, source.name() + ":" + (line + 1)))
                                            .stream());
                        })
                        .findFirst();
    }

    private static Optional<String> address(String line) {
        int start = line.indexOf("ssh://");
        String after = line.contains("\"ssh://") || line.contains("\"git+ssh://") ? line.substring(start) : "";
        int end = (int) after.chars()
                .takeWhile(letter -> letter != '"' && letter != '?' && letter != '#')
                .count();
        return end == 0 ? Optional.empty() : Optional.of(after.substring(0, end));
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
