package dev.slipway.schema;

import static dev.slipway.schema.JsonSchema.ordered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys below the top level that a config needs. One that extends another file may inherit them, except in the items of a list. */
@SuppressWarnings("unchecked")
final class NeededKeys {
    private final Map<String, Set<String>> keys = new TreeMap<>();

    /** Whether a file that is extended may have the keys that this mapping lacks; then they are noted. */
    boolean mayBeInherited(String path, Set<String> required) {
        boolean inherited = !path.isEmpty() && !path.equals("targets") && !path.startsWith("targets.");
        if (inherited) {
            keys.put(path, new TreeSet<>(required));
        }
        return inherited;
    }

    /** What a config must have that extends no file. */
    Map<String, Object> rule() {
        Map<String, Object> rule = new LinkedHashMap<>();
        keys.forEach((path, required) -> {
            Map<String, Object> place = rule;
            for (String key : path.split("\\.")) {
                place = key.equals("*") ? below(place, "additionalProperties") : below(below(place, "properties"), key);
            }
            place.putAll(ordered(
                    "required",
                    List.copyOf(required),
                    "not",
                    ordered("type", "null"),
                    "errorMessage",
                    "the key '" + String.join("' or '", required) + "' is missing"));
        });
        return rule;
    }

    private static Map<String, Object> below(Map<String, Object> schema, String key) {
        return (Map<String, Object>) schema.computeIfAbsent(key, any -> new LinkedHashMap<String, Object>());
    }
}
