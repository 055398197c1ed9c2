package dev.slipway.model.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression evaluates to. A value may be open: only a run can tell it, or a part of it.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#literals">Literals</a>
 */
public sealed interface Data {
    /** How long a text may get, in characters: GitHub stops at a mebibyte, of two bytes a character. */
    int LONGEST = 1 << 19;

    Data NULL = new Null();
    Data TRUE = new Bool(true);
    Data FALSE = new Bool(false);
    Data EMPTY = new Str("");

    static Data of(String text) {
        return new Str(text);
    }

    static Data of(boolean flag) {
        return flag ? TRUE : FALSE;
    }

    static Data of(double number) {
        return new Num(number);
    }

    /** A dictionary that has these keys and no others. */
    static Data of(Map<String, ? extends Data> values) {
        return new Dict(new LinkedHashMap<>(values), true);
    }

    static Data of(List<? extends Data> items) {
        return new Arr(List.copyOf(items), false);
    }

    /** A text made of pieces, of which some may be open; pieces that are known are joined. */
    static Data joined(List<Data> pieces) {
        List<Data> parts = new ArrayList<>();
        StringBuilder known = new StringBuilder();
        for (Data piece : pieces) {
            for (Data part : piece instanceof Holed holed ? holed.parts() : List.of(piece)) {
                if (part instanceof Open) {
                    if (known.length() > 0) {
                        parts.add(new Str(known.toString()));
                        known.setLength(0);
                    }
                    parts.add(part);
                } else {
                    known.append(part.text());
                    if (known.length() > LONGEST) {
                        throw new EvaluationFailure("a string of more than " + LONGEST + " characters");
                    }
                }
            }
        }
        if (parts.isEmpty()) {
            return new Str(known.toString());
        }
        if (known.length() > 0) {
            parts.add(new Str(known.toString()));
        }
        return new Holed(parts);
    }

    /** Whether all of it is known. */
    default boolean known() {
        return true;
    }

    /** Whether it is no list and no dictionary, and known. */
    default boolean primitive() {
        return true;
    }

    /** The value as GitHub converts it to text; an open part becomes its expression in braces. */
    String text();

    /** The value as GitHub converts it to a number; {@code NaN} if it is not one. */
    default double number() {
        return Double.NaN;
    }

    /** Whether it counts as true; to be asked of what is known only. */
    boolean truthy();

    /** The same value as an expression. */
    Expression code();

    /** {@code null}, which a property that is not there has too. */
    record Null() implements Data {
        @Override
        public String text() {
            return "";
        }

        @Override
        public double number() {
            return 0;
        }

        @Override
        public boolean truthy() {
            return false;
        }

        @Override
        public Expression code() {
            return new Expression.Literal("null");
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Data {
        @Override
        public String text() {
            return Boolean.toString(value);
        }

        @Override
        public double number() {
            return value ? 1 : 0;
        }

        @Override
        public boolean truthy() {
            return value;
        }

        @Override
        public Expression code() {
            return Expression.Literal.bool(value);
        }
    }

    /** A number; there is one kind. */
    record Num(double value) implements Data {
        @Override
        public String text() {
            return Numbers.text(value);
        }

        @Override
        public double number() {
            return value;
        }

        @Override
        public boolean truthy() {
            return value != 0 && !Double.isNaN(value);
        }

        @Override
        public Expression code() {
            return new Expression.Literal(text());
        }
    }

    /** A text. */
    record Str(String value) implements Data {
        @Override
        public String text() {
            return value;
        }

        @Override
        public double number() {
            return Numbers.read(value);
        }

        @Override
        public boolean truthy() {
            return !value.isEmpty();
        }

        @Override
        public Expression code() {
            return Expression.Literal.text(value);
        }
    }

    /** A list or a dictionary. It is truthy, and has no text form of its own. */
    sealed interface Container extends Data {
        @Override
        default boolean primitive() {
            return false;
        }

        @Override
        default boolean truthy() {
            return true;
        }

        @Override
        default Expression code() {
            return Json.code(this);
        }
    }

    /**
     * A list.
     *
     * @param filtered whether {@code .*} made it, so that a property of it is the list of its items' properties
     */
    record Arr(List<Data> items, boolean filtered) implements Container {
        @Override
        public boolean known() {
            return items.stream().allMatch(Data::known);
        }

        @Override
        public String text() {
            return "Array";
        }
    }

    /**
     * Names with values; upper and lower case of a name are the same.
     *
     * @param complete whether a missing name has no value, or an unknown one
     */
    record Dict(Map<String, Data> values, boolean complete) implements Container {
        /** The value of a name; empty if it is not there. */
        public Optional<Data> get(String name) {
            Data exact = values.get(name);
            if (exact != null) {
                return Optional.of(exact);
            }
            String lower = name.toLowerCase(Locale.ROOT);
            return values.entrySet().stream()
                    .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(lower))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        @Override
        public boolean known() {
            return complete && values.values().stream().allMatch(Data::known);
        }

        @Override
        public String text() {
            return "Object";
        }
    }

    /** What only a run can tell, or can complete. */
    sealed interface Unknown extends Data {
        @Override
        default boolean known() {
            return false;
        }

        @Override
        default boolean primitive() {
            return false;
        }

        @Override
        default boolean truthy() {
            throw new IllegalStateException("unknown value: " + text());
        }
    }

    /**
     * Something that only a run can tell.
     *
     * @param numbered whether it certainly contains a digit, as the tag of a version does
     */
    record Open(Expression code, boolean numbered) implements Unknown {
        public Open(Expression code) {
            this(code, false);
        }

        @Override
        public String text() {
            return "${{ " + code.source() + " }}";
        }
    }

    /**
     * A text of which parts are open.
     *
     * @param parts texts and open values in turn, at least one of them open
     */
    record Holed(List<Data> parts) implements Unknown {
        public Holed {
            parts = List.copyOf(parts);
        }

        /** What it certainly begins with. */
        public String beginning() {
            return parts.get(0) instanceof Str text ? text.value() : "";
        }

        /** What it certainly ends with. */
        public String ending() {
            return parts.get(parts.size() - 1) instanceof Str text ? text.value() : "";
        }

        @Override
        public String text() {
            StringBuilder all = new StringBuilder();
            parts.forEach(part -> all.append(part.text()));
            return all.toString();
        }

        @Override
        public Expression code() {
            StringBuilder format = new StringBuilder();
            List<Expression> arguments = new ArrayList<>();
            for (Data part : parts) {
                if (part instanceof Open) {
                    format.append('{').append(arguments.size()).append('}');
                    arguments.add(part.code());
                } else {
                    format.append(part.text().replace("{", "{{").replace("}", "}}"));
                }
            }
            arguments.add(0, Expression.Literal.text(format.toString()));
            return new Expression.Call("format", arguments);
        }
    }
}
