package dev.slipway.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A value of a YAML document (core schema of YAML 1.2) that knows where it stands. */
public sealed interface Node {
    /** The place of the value, which an error underlines. */
    Span span();

    /** What to call it in a message: {@code a mapping}, {@code a list}, {@code text} … */
    String kind();

    /** Decides by kind; a new kind does not compile until every decision knows it. */
    <R> R fold(Function<Mapping, R> mapping, Function<Sequence, R> sequence, Function<Scalar, R> scalar);

    /**
     * Finds what a pointer names. If the path leads nowhere, its deepest part that exists is given: an error about a
     * missing key is shown at the mapping that lacks it.
     */
    default Span locate(Pointer pointer) {
        Node here = this;
        Span span = span();
        List<String> tokens = pointer.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            Entry entry = here instanceof Mapping mapping ? mapping.entries().get(token) : null;
            Optional<Node> next = entry == null ? here.child(token) : Optional.of(entry.value());
            if (next.isEmpty()) {
                return span;
            }
            here = next.get();
            span = entry != null && pointer.atKey() && i == tokens.size() - 1 ? entry.keySpan() : here.span();
        }
        return span;
    }

    /** The path to what stands at a place: the other way of {@link #locate}. */
    default Pointer pathTo(Position place) {
        return fold(
                mapping -> mapping.entries().values().stream()
                        .filter(entry -> entry.keySpan().start().compareTo(place) <= 0)
                        .reduce((first, second) -> second)
                        .map(entry -> entry.value().pathTo(place).below(entry.key()))
                        .orElse(Pointer.ROOT),
                sequence -> {
                    long before = sequence.items().stream()
                            .filter(item -> item.span().start().compareTo(place) <= 0)
                            .count();
                    int index = (int) before - 1;
                    return index < 0
                            ? Pointer.ROOT
                            : sequence.items().get(index).pathTo(place).below(Integer.toString(index));
                },
                scalar -> Pointer.ROOT);
    }

    /** The value of a key, or the item at an index. */
    Optional<Node> child(String token);

    /** What stands at a pointer, if the path leads somewhere. */
    default Optional<Node> at(Pointer pointer) {
        Optional<Node> here = Optional.of(this);
        for (String token : pointer.tokens()) {
            here = here.flatMap(node -> node.child(token));
        }
        return here;
    }

    /** The value of a key, and the place of the key. */
    record Entry(String key, Span keySpan, Node value) {}

    /** Keys and values in the order of the text; keys are unique. */
    record Mapping(Map<String, Entry> entries, Span span) implements Node {
        @Override
        public String kind() {
            return "a mapping";
        }

        @Override
        public Optional<Node> child(String key) {
            Entry entry = entries.get(key);
            return entry == null ? Optional.empty() : Optional.of(entry.value());
        }

        @Override
        public <R> R fold(Function<Mapping, R> mapping, Function<Sequence, R> sequence, Function<Scalar, R> scalar) {
            return mapping.apply(this);
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Span span) implements Node {
        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public Optional<Node> child(String index) {
            return isIndex(index) && Integer.parseInt(index) < items.size()
                    ? Optional.of(items.get(Integer.parseInt(index)))
                    : Optional.empty();
        }

        private static boolean isIndex(String text) {
            return !text.isEmpty()
                    && text.length() < 10
                    && (text.equals("0") || !text.startsWith("0"))
                    && isDigits(text);
        }

        private static boolean isDigits(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                    return false;
                }
            }
            return true;
        }

        @Override
        public <R> R fold(Function<Mapping, R> mapping, Function<Sequence, R> sequence, Function<Scalar, R> scalar) {
            return sequence.apply(this);
        }
    }

    /**
     * A single value.
     *
     * @param type what it is by the core schema
     * @param text its content: {@code 1.94.0}, or for a number or a boolean exactly what was written
     * @param plain whether it was written without quotes
     */
    record Scalar(Type type, String text, boolean plain, Span span) implements Node {
        /** What a scalar means by YAML's core schema. */
        public enum Type {
            TEXT("text"),
            INTEGER("a number"),
            FLOAT("a number"),
            BOOLEAN("true or false"),
            NULL("nothing");

            private final String words;

            Type(String words) {
                this.words = words;
            }
        }

        @Override
        public String kind() {
            return type.words;
        }

        @Override
        public Optional<Node> child(String token) {
            return Optional.empty();
        }

        @Override
        public <R> R fold(Function<Mapping, R> mapping, Function<Sequence, R> sequence, Function<Scalar, R> scalar) {
            return scalar.apply(this);
        }
    }
}
