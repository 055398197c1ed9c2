package dev.slipway.init;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value of a config that is being written. */
sealed interface Setting {
    /** The value on one line. */
    String flow();

    /** The value on lines of its own, where one would be too long. */
    List<String> block();

    /** What is left without the value at a path below; nothing where all of it goes. */
    Optional<Setting> without(List<String> path);

    /** A mapping that is filled one by one. */
    final class Group {
        private final Map<String, Setting> entries = new LinkedHashMap<>();

        Group word(String key, String text) {
            entries.put(key, new Word(text));
            return this;
        }

        Group words(String key, List<String> texts) {
            entries.put(key, new Words(texts));
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

        @Override
        public List<String> block() {
            return List.of();
        }

        @Override
        public Optional<Setting> without(List<String> path) {
            return Optional.empty();
        }
    }

    /** Yes or no. */
    record Flag(boolean on) implements Setting {
        @Override
        public String flow() {
            return String.valueOf(on);
        }

        @Override
        public List<String> block() {
            return List.of();
        }

        @Override
        public Optional<Setting> without(List<String> path) {
            return Optional.empty();
        }
    }

    /** A list of texts. */
    record Words(List<String> texts) implements Setting {
        public Words {
            texts = List.copyOf(texts);
        }

        @Override
        public String flow() {
            return texts.stream().map(Yaml::scalar).collect(Collectors.joining(", ", "[", "]"));
        }

        @Override
        public List<String> block() {
            return texts.stream().map(text -> "- " + Yaml.scalar(text)).toList();
        }

        @Override
        public Optional<Setting> without(List<String> path) {
            if (path.isEmpty() || texts.size() == 1) {
                return Optional.empty();
            }
            List<String> rest = new ArrayList<>(texts);
            rest.remove(Integer.parseInt(path.get(0)));
            return Optional.of(new Words(rest));
        }
    }

    /** A mapping. */
    record Keys(Map<String, Setting> entries) implements Setting {
        public Keys {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String flow() {
            String inner = entries.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().flow())
                    .collect(Collectors.joining(", "));
            return inner.isEmpty() ? "{}" : "{ " + inner + " }";
        }

        @Override
        public List<String> block() {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().flow())
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
