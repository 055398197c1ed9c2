package dev.slipway.model.workflow;

import dev.slipway.marks.Internal;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.expression.Expression.Binary;
import dev.slipway.model.expression.Expression.Call;
import dev.slipway.model.expression.Expression.Context;
import dev.slipway.model.expression.Expression.Literal;
import dev.slipway.model.expression.Expression.Not;
import dev.slipway.model.expression.Expression.Operator;
import dev.slipway.model.expression.Expression.Property;
import java.util.stream.Stream;

/**
 * An expression whose value is a {@code T}. A condition must be an {@code Expr<Boolean>}: for GitHub, the text {@code
 * 'false'} is true, and such a mistake does not compile.
 *
 * @param tree the expression without its type
 * @param <T> {@code String}, {@code Boolean}, {@code Integer}, or {@code Object} for JSON
 */
public record Expr<T>(@Internal Expression tree) {
    @Internal
    public Expr {}

    /** A property of a context: {@code of("github", "ref_name")}. */
    public static <T> Expr<T> of(String context, String... path) {
        return new Expr<T>(new Context(context)).property(path);
    }

    /** A property of this value. */
    <P> Expr<P> property(String... path) {
        Expression found = tree;
        for (String name : path) {
            found = new Property(found, name);
        }
        return new Expr<>(found);
    }

    public static Expr<String> text(String value) {
        return new Expr<>(Literal.text(value));
    }

    /** A call of a function whose result is a {@code T}. */
    public static <T> Expr<T> call(String function, Expr<?>... arguments) {
        return new Expr<>(
                new Call(function, Stream.of(arguments).map(Expr::tree).toList()));
    }

    public static Expr<Boolean> startsWith(Expr<String> text, String prefix) {
        return call("startsWith", text, text(prefix));
    }

    public static Expr<Boolean> contains(Expr<String> text, String part) {
        return call("contains", text, text(part));
    }

    public static Expr<String> hashFiles(String... patterns) {
        return call("hashFiles", Stream.of(patterns).map(Expr::text).toArray(Expr<?>[]::new));
    }

    /** True even if a needed job failed or the run was cancelled. */
    public static Expr<Boolean> always() {
        return call("always");
    }

    public static Expr<Boolean> cancelled() {
        return call("cancelled");
    }

    public static Expr<Boolean> failure() {
        return call("failure");
    }

    public static Expr<Boolean> success() {
        return call("success");
    }

    public static Expr<Boolean> not(Expr<Boolean> condition) {
        return new Expr<>(new Not(condition.tree));
    }

    public static Expr<Boolean> and(Expr<Boolean> left, Expr<Boolean> right) {
        return new Expr<>(new Binary(Operator.AND, left.tree, right.tree));
    }

    public static Expr<Boolean> or(Expr<Boolean> left, Expr<Boolean> right) {
        return new Expr<>(new Binary(Operator.OR, left.tree, right.tree));
    }

    /**
     * {@code condition && yes || no}. In GitHub's expressions, an empty text is false and would give {@code no}.
     *
     * @throws IllegalArgumentException if {@code yes} is empty
     */
    public static Expr<String> choose(Expr<Boolean> condition, String yes, String no) {
        if (yes.isEmpty()) {
            throw new IllegalArgumentException("'condition && '' || x' is always x: turn the condition round");
        }
        Expression both = new Binary(Operator.AND, condition.tree, Literal.text(yes));
        return new Expr<>(new Binary(Operator.OR, both, Literal.text(no)));
    }

    /** {@code this || other}: the other value if this one is empty or false. */
    public Expr<T> orElse(Expr<T> other) {
        return new Expr<>(new Binary(Operator.OR, tree, other.tree));
    }

    public Expr<Boolean> eq(Expr<T> other) {
        return new Expr<>(new Binary(Operator.EQUAL, tree, other.tree));
    }

    public Expr<Boolean> eq(String other) {
        return new Expr<>(new Binary(Operator.EQUAL, tree, Literal.text(other)));
    }

    public Expr<Boolean> ne(String other) {
        return new Expr<>(new Binary(Operator.NOT_EQUAL, tree, Literal.text(other)));
    }

    /** The text between {@code ${{} and {@code }}}. */
    public String source() {
        return tree.source();
    }
}
