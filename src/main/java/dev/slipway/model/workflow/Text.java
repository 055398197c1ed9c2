package dev.slipway.model.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Text with expressions in it, such as {@code otto-${{ matrix.platform }}}.
 *
 * <p>A literal part must not contain <code>${{</code>: text of a config can never become an expression.
 *
 * @param parts literals and expressions, left to right
 */
public record Text(List<Part> parts) implements Value {
    public Text {
        parts = List.copyOf(parts);
    }

    public static Text of(String literal) {
        return new Text(List.of(new Literal(literal)));
    }

    public static Text of(Expr<?> expression) {
        return new Text(List.of(new Embedded(expression)));
    }

    /** Replaces each {@code %s} with an expression; everything else is literal text. */
    public static Text format(String format, Expr<?>... expressions) {
        String[] literals = format.split("%s", -1);
        if (literals.length != expressions.length + 1) {
            throw new IllegalArgumentException(
                    "'%s' has %d places for %d expressions".formatted(format, literals.length - 1, expressions.length));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < literals.length; i++) {
            if (!literals[i].isEmpty()) {
                parts.add(new Literal(literals[i]));
            }
            if (i < expressions.length) {
                parts.add(new Embedded(expressions[i]));
            }
        }
        return new Text(parts);
    }

    /** Texts joined as lines. */
    public static Text lines(List<Text> texts) {
        Text all = new Text(List.of());
        for (Text text : texts) {
            all = all.plus(all.parts().isEmpty() ? text : Text.of("\n").plus(text));
        }
        return all;
    }

    /** This text followed by another. */
    public Text plus(Text other) {
        List<Part> both = new ArrayList<>(parts);
        both.addAll(other.parts);
        return new Text(both);
    }

    /** The text as it is written in the workflow. */
    public String source() {
        if (parts.size() == 1) {
            return parts.get(0).source();
        }
        StringBuilder source = new StringBuilder();
        for (Part part : parts) {
            source.append(part.source());
        }
        return source.toString();
    }

    @Override
    public List<Expr<?>> expressions() {
        List<Expr<?>> found = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Embedded embedded) {
                found.add(embedded.expression());
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return source();
    }

    /** A piece of a text. */
    public sealed interface Part {
        <R> R fold(Function<Literal, R> literal, Function<Embedded, R> embedded);

        /** The piece as it is written in the workflow. */
        String source();
    }

    /** Literal text. */
    public record Literal(String text) implements Part {
        public Literal {
            if (text.contains("${{")) {
                throw new IllegalArgumentException("an expression in a literal: " + text);
            }
        }

        @Override
        public <R> R fold(Function<Literal, R> literal, Function<Embedded, R> embedded) {
            return literal.apply(this);
        }

        @Override
        public String source() {
            return text;
        }
    }

    /** An expression, which GitHub evaluates when the workflow runs. */
    public record Embedded(Expr<?> expression) implements Part {
        @Override
        public <R> R fold(Function<Literal, R> literal, Function<Embedded, R> embedded) {
            return embedded.apply(this);
        }

        @Override
        public String source() {
            return "${{ " + expression.source() + " }}";
        }
    }
}
