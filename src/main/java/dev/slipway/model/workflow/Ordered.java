package dev.slipway.model.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of maps that keep their order: a workflow is printed as it was written. */
final class Ordered {
    private Ordered() {}

    static <V> Map<String, V> copy(Map<String, ? extends V> map) {
        return map.isEmpty() ? Collections.emptyMap() : Collections.unmodifiableMap(new LinkedHashMap<String, V>(map));
    }

    static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> longer = new LinkedHashMap<>(map);
        longer.put(key, value);
        return longer;
    }
}
