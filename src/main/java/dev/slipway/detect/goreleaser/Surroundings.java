package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.source.SourceText;
import dev.slipway.source.Wildcard;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands around a GoReleaser config: names that its defaults are made of, and files that its patterns match.
 *
 * @param slug {@code owner/name} on GitHub
 * @param module the path of the Go module at the top
 * @param crate the name of the Cargo package at the top
 * @param onlyBuilds whether GoReleaser is only asked for programs, which others pack
 * @param old whether a GoReleaser older than 2.15 is asked for
 * @param machine what GoReleaser runs on, in Go's words such as {@code linux/amd64}, if that is known
 * @param env the variables that the workflow gives it, as far as they are known
 * @param shown whether its draft is made visible once it is done
 * @param sums what a later step calls the list of checksums
 */
public record Surroundings(
        Optional<String> slug,
        Optional<String> module,
        Optional<String> crate,
        Tree tree,
        boolean onlyBuilds,
        boolean old,
        Optional<String> machine,
        Map<String, String> env,
        boolean shown,
        Optional<Said<String>> sums) {
    public Surroundings {
        env = Map.copyOf(env);
    }

    public Surroundings(Optional<String> slug, Optional<String> module, Optional<String> crate, Tree tree) {
        this(slug, module, crate, tree, false, false, Optional.empty(), Map.of(), false, Optional.empty());
    }

    /** The files of a repository. */
    public interface Tree {
        /** Whether there is such a file. */
        boolean has(String path);

        /** Whether there is such a folder. */
        boolean hasFolder(String path);

        /** The text of a file; nothing if it cannot be read. */
        Optional<SourceText> read(String path);

        /** The names in a folder, {@code .} for the top. */
        List<String> list(String folder);

        /** The names of what a pattern matches in its folder; none if the folder is a pattern too. */
        default List<String> names(String pattern) {
            int slash = pattern.lastIndexOf('/');
            String folder = slash < 0 ? "." : pattern.substring(0, slash);
            if (folder.contains("*")) {
                return List.of();
            }
            Wildcard wildcard = Wildcard.of(pattern.substring(slash + 1), Wildcard.Dialect.PATH);
            return list(folder).stream().filter(wildcard::matches).toList();
        }
    }

    /** The owner of the repository. */
    Optional<String> owner() {
        return slug.map(text -> text.replaceFirst("/.*$", ""));
    }

    /** The name of the repository. */
    Optional<String> repository() {
        return slug.map(text -> text.replaceFirst("^.*/", ""));
    }
}
