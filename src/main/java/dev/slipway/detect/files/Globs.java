package dev.slipway.detect.files;

import dev.slipway.source.Wildcard;
import java.util.ArrayList;
import java.util.List;

/** Expands the globs of a Cargo workspace's {@code members} into directories, up to a limit of work. */
public final class Globs {
    /** The work of listing one folder. */
    private static final int LOOK = 1000;

    private final RepositoryFiles files;

    /** The work that is left: characters of a pattern times those of a name, for each comparison. */
    private long left = 50_000_000;

    public Globs(RepositoryFiles files) {
        this.files = files;
    }

    /** Whether the limit was reached, so directories may be missing. */
    public boolean cut() {
        return left < 0;
    }

    public List<String> directories(String glob) {
        List<String> found = List.of("");
        for (String segment : glob.replace('\\', '/').split("/")) {
            if (!segment.isEmpty() && !segment.equals(".")) {
                found = step(found, segment);
            }
        }
        return found;
    }

    private List<String> step(List<String> parents, String segment) {
        boolean wild = segment.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
        Wildcard wildcard = Wildcard.of(segment, Wildcard.Dialect.CARGO);
        List<String> next = new ArrayList<>();
        for (String parent : parents) {
            left -= LOOK;
            if (cut()) {
                return List.of();
            }
            String base = parent.isEmpty() ? "" : parent + "/";
            if (wild) {
                files.list(parent.isEmpty() ? "." : parent).stream()
                        .filter(name -> matches(wildcard, segment, name))
                        .map(name -> base + name)
                        .filter(files::hasDirectory)
                        .forEach(next::add);
            } else if (files.hasDirectory(base + segment)) {
                next.add(base + segment);
            }
        }
        return next;
    }

    private boolean matches(Wildcard wildcard, String segment, String name) {
        left -= (long) segment.length() * name.length();
        return !cut() && wildcard.matches(name);
    }
}
