package dev.slipway.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a key of the config takes, as a value. It comes from the reader of the config, so the schema for editors and the
 * advice in messages always agree with what is read.
 *
 * @see ConfigReader#shape
 */
public sealed interface Shape {
    /**
     * Text on one line.
     *
     * @param flags whether {@code true} and {@code false} are texts, too
     */
    record Text(Grammar grammar, boolean flags) implements Shape {}

    /**
     * {@code true} or {@code false}.
     *
     * @param only the one of them that is taken; empty for both
     */
    record Flag(Optional<Boolean> only) implements Shape {}

    /** One of a few words, in alphabetical order. */
    record Words(List<String> words) implements Shape {
        public Words {
            words = words.stream().sorted().toList();
        }
    }

    /**
     * A list; a single item stands for a list of one.
     *
     * @param empty whether it may have no items
     * @param twins whether an item may be there twice
     */
    record Items(Shape item, boolean empty, boolean twins) implements Shape {}

    /** A mapping with names that the user chooses. */
    record Named(Grammar names, Shape value) implements Shape {}

    /** A mapping with keys of Slipway's own; {@code required} are those that must be there. */
    record Keys(Map<String, Shape> keys, Set<String> required) implements Shape {
        public Keys {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
            required = Set.copyOf(required);
        }

        /** The same, or the value of one of its keys for it alone. */
        Shape orOnly(String key) {
            return any(keys.getOrDefault(key, new Nothing()), this);
        }
    }

    /** Any of several shapes. */
    record Choice(List<Shape> shapes) implements Shape {
        public Choice {
            shapes = List.copyOf(shapes);
        }
    }

    /** Nothing: a key without a value. */
    record Nothing() implements Shape {}

    /** Somebody else's syntax. */
    record Foreign() implements Shape {}

    static Shape text(Grammar grammar) {
        return new Text(grammar, false);
    }

    static Shape words(Map<String, ?> words) {
        return new Words(List.copyOf(words.keySet()));
    }

    static Shape any(Shape... shapes) {
        return new Choice(List.of(shapes));
    }

    /** The same, or no value at all. */
    default Shape orNothing() {
        return any(this, new Nothing());
    }
}
