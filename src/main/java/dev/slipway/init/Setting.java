package dev.slipway.init;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a config that is being written. */
sealed interface Setting {
    /** The value on one line. */
    String flow();

    /** The value on several lines, if one would be too long. */
    default List<String> block() {
        return List.of();
    }

    /** What is left without the value at a path below; nothing if all of it goes. */
    default Optional<Setting> without(List<String> path) {
        return Optional.empty();
    }

    /** The value at a path below, or the nearest above it. */
    default Optional<Setting> at(List<String> path) {
        return Optional.of(this);
    }

    /** A target about which nothing else is said is its word. */
    default Setting simple() {
        return this;
    }

    /** A mapping with a value at a path, and with all that it had next to it. */
    static Keys with(@Nullable Setting before, List<String> path, Setting value) {
        Map<String, Setting> entries = new LinkedHashMap<>(before instanceof Keys keys ? keys.entries() : Map.of());
        String key = path.get(0);
        entries.put(key, path.size() == 1 ? value : with(entries.get(key), path.subList(1, path.size()), value));
        return new Keys(entries);
    }

    /** A mapping that is filled one by one. */
    final class Group {
        private final Map<String, Setting> entries = new LinkedHashMap<>();

        Group word(String key, String text) {
            entries.put(key, new Word(text));
            return this;
        }

        Group words(String key, List<String> texts) {
            entries.put(key, Items.words(texts));
            return this;
        }

        Group put(String key, Setting setting) {
            entries.put(key, setting);
            return this;
        }

        Group flag(String key, boolean on) {
            entries.put(key, new Flag(on));
            return this;
        }

        Keys keys() {
            return new Keys(entries);
        }
    }

    /** A text. */
    record Word(String text) implements Setting {
        @Override
        public String flow() {
            return Yaml.scalar(text);
        }
    }

    /** Yes or no. */
    record Flag(boolean on) implements Setting {
        @Override
        public String flow() {
            return String.valueOf(on);
        }
    }

    /** A list. */
    record Items(List<Setting> items) implements Setting {
        public Items {
            items = List.copyOf(items);
        }

        static Items words(List<String> texts) {
            return new Items(texts.stream().<Setting>map(Word::new).toList());
        }

        @Override
        public String flow() {
            return items.stream().map(Setting::flow).collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public List<String> block() {
            return items.stream().map(item -> "- " + item.flow()).toList();
        }

        @Override
        public Optional<Setting> without(List<String> path) {
            if (path.isEmpty() || !path.get(0).matches("[0-9]{1,4}") || Integer.parseInt(path.get(0)) >= items.size()) {
                return Optional.empty();
            }
            int at = Integer.parseInt(path.get(0));
            List<Setting> rest = new ArrayList<>(items);
            boolean all = path.size() > 1 && path.get(1).equals("target"); // without it, nothing has a meaning
            Optional<Setting> kept = all ? Optional.empty() : items.get(at).without(path.subList(1, path.size()));
            rest.remove(at);
            kept.ifPresent(item -> rest.add(at, item.simple()));
            return rest.isEmpty() ? Optional.empty() : Optional.of(new Items(rest));
        }

        @Override
        public Optional<Setting> at(List<String> path) {
            boolean inside = !path.isEmpty()
                    && path.get(0).matches("[0-9]{1,4}")
                    && Integer.parseInt(path.get(0)) < items.size();
            return inside
                    ? items.get(Integer.parseInt(path.get(0))).at(path.subList(1, path.size()))
                    : Optional.of(this);
        }
    }

    /** A mapping. */
    record Keys(Map<String, Setting> entries) implements Setting {
        public Keys {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public Optional<Setting> at(List<String> path) {
            Setting inner = path.isEmpty() ? null : entries.get(path.get(0));
            return inner == null ? Optional.of(this) : inner.at(path.subList(1, path.size()));
        }

        @Override
        public String flow() {
            String inner = entries.entrySet().stream()
                    .map(entry -> Yaml.scalar(entry.getKey()) + ": "
                            + entry.getValue().flow())
                    .collect(Collectors.joining(", "));
            return inner.isEmpty() ? "{}" : "{ " + inner + " }";
        }

        @Override
        public Setting simple() {
            boolean alone = entries.keySet().equals(Set.of("target"));
            return alone ? entries.values().iterator().next() : this;
        }

        @Override
        public List<String> block() {
            return entries.entrySet().stream()
                    .flatMap(entry -> Yaml.lines(Yaml.scalar(entry.getKey()), entry.getValue()).stream())
                    .toList();
        }

        @Override
        public Optional<Setting> without(List<String> path) {
            if (path.isEmpty() || !entries.containsKey(path.get(0))) {
                return Optional.empty();
            }
            Map<String, Setting> rest = new LinkedHashMap<>();
            entries.forEach((key, value) -> {
                Optional<Setting> kept =
                        key.equals(path.get(0)) ? value.without(path.subList(1, path.size())) : Optional.of(value);
                kept.ifPresent(setting -> rest.put(key, setting));
            });
            return Optional.of(new Keys(rest));
        }
    }
}
