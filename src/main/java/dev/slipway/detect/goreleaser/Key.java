package dev.slipway.detect.goreleaser;

import dev.slipway.shell.Tree;
import java.util.List;
import java.util.Set;

/**
 * A key of a Slipway config, and what the GoReleaser config says for it.
 *
 * @param path such as {@code go.ldflags}
 * @param values one, or those of a list
 * @param from where that was read
 */
public record Key(String path, List<String> values, String from) {
    /** Those that have paths in the repository. */
    private static final Set<String> PATHS = Set.of("archive.include", "go.package", "release.files");

    public Key {
        values = List.copyOf(values);
    }

    /** The same with paths from the top, if it has paths that go from a folder. */
    Key below(String folder) {
        String start = path.equals("go.package") ? "./" : "";
        return PATHS.contains(path)
                ? new Key(
                        path,
                        values.stream()
                                .map(value -> start + Tree.path(folder, value))
                                .toList(),
                        from)
                : this;
    }
}
