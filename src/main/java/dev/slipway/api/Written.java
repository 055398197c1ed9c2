package dev.slipway.api;

import java.util.List;

/**
 * The result of {@link Slipway#write}: the files that were written and deleted.
 *
 * @param written the files that were created or replaced, relative to the root, with {@code /}; not those that were current
 * @param deleted the files of earlier calls that the Java code no longer writes
 * @param leftAlone such files that were not deleted because they were edited
 * @param warnings the warnings about the workflows, as text for people; may be empty
 */
public record Written(List<String> written, List<String> deleted, List<String> leftAlone, String warnings) {
    public Written {
        written = List.copyOf(written);
        deleted = List.copyOf(deleted);
        leftAlone = List.copyOf(leftAlone);
    }
}
