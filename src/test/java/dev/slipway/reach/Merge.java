package dev.slipway.reach;

import dev.slipway.source.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts snippets of a config together: mappings by key, lists one behind the other; two words for one key are refused. */
sealed interface Merge {
    Merge and(Merge other);

    /** As YAML on one line. */
    String text();

    /** As a person writes it: quotes only if there are special characters. */
    default String plain() {
        return text().replaceAll("\"([A-Za-z0-9._/@-]+)\"", "$1").replaceAll("^\\{ ?(.*?) ?\\}$", "$1");
    }

    static Merge of(Node node) {
        return node.fold(
                mapping -> {
                    Map<String, Merge> keys = new LinkedHashMap<>();
                    mapping.entries().forEach((key, entry) -> keys.put(key, of(entry.value())));
                    return new Keys(keys);
                },
                sequence -> new Items(
                        sequence.items().stream().map(Merge::of).collect(Collectors.toCollection(LinkedHashSet::new))),
                scalar -> new Word(scalar.text(), scalar.type() == Node.Scalar.Type.TEXT));
    }

    /** A mapping. */
    record Keys(Map<String, Merge> keys) implements Merge {
        @Override
        public Merge and(Merge other) {
            if (!(other instanceof Keys more)) {
                throw new IllegalArgumentException(text() + " beside " + other.text());
            }
            Map<String, Merge> all = new LinkedHashMap<>(keys);
            more.keys.forEach((key, value) -> all.merge(key, value, Merge::and));
            return new Keys(all);
        }

        /** The same, but for one key that is taken as it is. */
        Keys with(String key, Merge value) {
            Map<String, Merge> all = new LinkedHashMap<>(keys);
            all.put(key, value);
            return new Keys(all);
        }

        @Override
        public String text() {
            return keys.entrySet().stream()
                    .map(entry ->
                            quoted(entry.getKey()) + ": " + entry.getValue().text())
                    .collect(Collectors.joining(", ", keys.isEmpty() ? "{" : "{ ", keys.isEmpty() ? "}" : " }"));
        }
    }

    /** A list. */
    record Items(Set<Merge> items) implements Merge {
        @Override
        public Merge and(Merge other) {
            Stream<Merge> more = other instanceof Items list ? list.items.stream() : Stream.of(other);
            return new Items(Stream.concat(items.stream(), more).collect(Collectors.toCollection(LinkedHashSet::new)));
        }

        @Override
        public String text() {
            return items.stream().map(Merge::text).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A single value. */
    record Word(String word, boolean quoted) implements Merge {
        @Override
        public Merge and(Merge other) {
            if (other instanceof Items) {
                return new Items(new LinkedHashSet<>(List.of(this))).and(other);
            }
            if (!equals(other)) {
                throw new IllegalArgumentException(text() + " beside " + other.text());
            }
            return this;
        }

        @Override
        public String text() {
            return quoted ? Merge.quoted(word) : word;
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
