package dev.slipway.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was done to a tree.
 *
 * @param written files that were made or replaced
 * @param deleted orphans that are gone
 * @param saved for files that were replaced by force, where the old content is now
 * @param adopted files that were left as they are and count as slipway's from now on
 * @param leftAlone orphans that stay because they were edited by hand
 */
public record Applied(
        List<String> written,
        List<String> deleted,
        Map<String, String> saved,
        List<String> adopted,
        List<String> leftAlone) {
    public Applied {
        written = List.copyOf(written);
        deleted = List.copyOf(deleted);
        saved = Collections.unmodifiableMap(new LinkedHashMap<>(saved));
        adopted = List.copyOf(adopted);
        leftAlone = List.copyOf(leftAlone);
    }
}
