package dev.slipway.model.workflow;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Copies of maps that keep their order: a workflow is printed as it was written. */
final class Ordered {
    private Ordered() {}

    static <V> Map<String, V> copy(Map<String, ? extends V> map) {
        if (map instanceof Copy<?>) {
            @SuppressWarnings("unchecked") // nothing can be put into it
            Map<String, V> same = (Map<String, V>) map;
            return same;
        }
        return map.isEmpty() ? Collections.emptyMap() : new Copy<>(new LinkedHashMap<String, V>(map));
    }

    static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> longer = new LinkedHashMap<>(map instanceof Copy<V> copy ? copy.entries : map);
        longer.put(key, value);
        return new Copy<>(longer);
    }

    /** A map that never changes, so that steps made from other steps can share it without a copy. */
    private static final class Copy<V> extends AbstractMap<String, V> {
        private final Map<String, V> entries;

        Copy(Map<String, V> entries) {
            this.entries = entries;
        }

        @Override
        public Set<Entry<String, V>> entrySet() {
            return Collections.unmodifiableMap(entries).entrySet();
        }

        @Override
        public @Nullable V get(@Nullable Object key) {
            return entries.get(key);
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super V> action) {
            entries.forEach(action);
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return entries.containsKey(key);
        }
    }
}
