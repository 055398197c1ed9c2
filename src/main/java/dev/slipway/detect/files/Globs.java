package dev.slipway.detect.files;

import dev.slipway.source.Wildcard;
import java.util.ArrayList;
import java.util.List;

/** Expands the globs of a Cargo workspace's {@code members} into directories. */
public final class Globs {
    private Globs() {}

    public static List<String> directories(RepositoryFiles files, String glob) {
        List<String> found = List.of("");
        for (String segment : glob.replace('\\', '/').split("/")) {
            if (!segment.isEmpty() && !segment.equals(".")) {
                found = step(files, found, segment);
            }
        }
        return found;
    }

    private static List<String> step(RepositoryFiles files, List<String> parents, String segment) {
        boolean wild = segment.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
        Wildcard wildcard = Wildcard.of(segment, Wildcard.Dialect.CARGO);
        List<String> next = new ArrayList<>();
        for (String parent : parents) {
            String base = parent.isEmpty() ? "" : parent + "/";
            if (wild) {
                files.list(parent.isEmpty() ? "." : parent).stream()
                        .filter(wildcard::matches)
                        .map(name -> base + name)
                        .filter(files::hasDirectory)
                        .forEach(next::add);
            } else if (files.hasDirectory(base + segment)) {
                next.add(base + segment);
            }
        }
        return next;
    }
}
