package dev.slipway.detect.dist;

import java.util.List;

/**
 * A value in a config of dist.
 *
 * @param path its keys below the table of dist, such as {@code dependencies}, {@code apt}, {@code cmake}
 * @param values one, or the items of a list
 * @param from the file and the line
 */
public record DistEntry(List<String> path, List<String> values, String from) {
    public DistEntry {
        path = List.copyOf(path);
        values = List.copyOf(values);
    }

    /** The first of its keys. */
    public String key() {
        return path.get(0);
    }

    /** The last of its keys. */
    String name() {
        return path.get(path.size() - 1);
    }

    public String text() {
        return String.join(", ", values);
    }
}
