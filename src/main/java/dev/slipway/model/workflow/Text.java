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
    private static final String PLACE = "%s";

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
        List<Part> parts = new ArrayList<>();
        int places = 0;
        int from = 0;
        for (int at = format.indexOf(PLACE); at >= 0; at = format.indexOf(PLACE, from)) {
            addLiteral(format.substring(from, at), parts);
            if (places < expressions.length) {
                parts.add(new Embedded(expressions[places]));
            }
            places++;
            from = at + PLACE.length();
        }
        if (places != expressions.length) {
            throw new IllegalArgumentException(
                    "'%s' has %d places for %d expressions".formatted(format, places, expressions.length));
        }
        addLiteral(format.substring(from), parts);
        return new Text(parts);
    }

    private static void addLiteral(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Literal(text));
        }
    }

    /** Texts joined as lines. */
    public static Text lines(List<Text> texts) {
        List<Part> all = new ArrayList<>();
        for (Text text : texts) {
            if (!all.isEmpty()) {
                all.add(new Literal("\n"));
            }
            all.addAll(text.parts);
        }
        return new Text(all);
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
        String[] sources = new String[parts.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = parts.get(i).source();
        }
        return String.join("", sources);
    }

    @Override
    public List<Expr<?>> expressions() {
        if (parts.size() == 1 && parts.get(0) instanceof Literal) {
            return List.of();
        }
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
