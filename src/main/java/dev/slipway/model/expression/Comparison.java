package dev.slipway.model.expression;

import java.util.Locale;
import java.util.Optional;

/**
 * Compares values as GitHub does: of different types, as numbers; texts without regard to case.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators">Operators</a>
 */
final class Comparison {
    private static final char DOTLESS_I = 'ı';

    private Comparison() {}

    /** Whether two values are equal; empty if that is open. */
    static Optional<Boolean> equal(Data left, Data right) {
        if (!left.known() || !right.known()) {
            return left instanceof Data.Arr
                            || left instanceof Data.Dict
                            || right instanceof Data.Arr
                            || right instanceof Data.Dict
                    ? Optional.empty()
                    : differ(left, right) ? Optional.of(false) : Optional.empty();
        }
        if (left.primitive() != right.primitive()) {
            return Optional.of(false);
        }
        if (!left.primitive()) {
            return Optional.of(left == right);
        }
        if (left instanceof Data.Str one && right instanceof Data.Str other) {
            return Optional.of(folded(one.value()).equals(folded(other.value())));
        }
        if (left instanceof Data.Null && right instanceof Data.Null) {
            return Optional.of(true);
        }
        return Optional.of(left.number() == right.number());
    }

    /** Whether an operator such as {@code <} holds; empty if that is open. */
    static Optional<Boolean> ordered(Expression.Operator operator, Data left, Data right) {
        if (!left.known() || !right.known()) {
            return Optional.empty();
        }
        boolean orEqual =
                operator == Expression.Operator.LESS_OR_EQUAL || operator == Expression.Operator.GREATER_OR_EQUAL;
        if (orEqual && equal(left, right).orElse(false)) {
            return Optional.of(true);
        }
        boolean less = operator == Expression.Operator.LESS || operator == Expression.Operator.LESS_OR_EQUAL;
        return Optional.of(less ? less(left, right) : less(right, left));
    }

    private static boolean less(Data left, Data right) {
        if (left instanceof Data.Str one && right instanceof Data.Str other) {
            return folded(one.value()).compareTo(folded(other.value())) < 0;
        }
        if (left instanceof Data.Null && right instanceof Data.Null) {
            return false;
        }
        return left.primitive() && right.primitive() && left.number() < right.number();
    }

    /** Whether the known ends of two texts contradict each other. */
    private static boolean differ(Data left, Data right) {
        String first = folded(beginning(left));
        String second = folded(beginning(right));
        String last = folded(ending(left));
        String end = folded(ending(right));
        return !first.startsWith(second) && !second.startsWith(first)
                || !last.endsWith(end) && !end.endsWith(last)
                || tooShort(left, right)
                || tooShort(right, left)
                || isWord(left, right)
                || isWord(right, left);
    }

    /** Whether a text has no digit, and the other value has one. */
    private static boolean isWord(Data known, Data open) {
        return known instanceof Data.Str text
                && open instanceof Data.Open other
                && other.numbered()
                && text.value().chars().noneMatch(Character::isDigit);
    }

    private static boolean tooShort(Data known, Data holed) {
        return known instanceof Data.Str text
                && holed instanceof Data.Holed other
                && text.value().length()
                        < other.beginning().length() + other.ending().length();
    }

    private static String beginning(Data text) {
        return text instanceof Data.Holed holed
                ? holed.beginning()
                : text instanceof Data.Str known ? known.value() : "";
    }

    private static String ending(Data text) {
        return text instanceof Data.Holed holed ? holed.ending() : text instanceof Data.Str known ? known.value() : "";
    }

    /** A text by which texts are compared: upper case, except for the Turkish letter that has no lower case of its own. */
    static String folded(String text) {
        if (text.indexOf(DOTLESS_I) < 0) {
            return text.toUpperCase(Locale.ROOT);
        }
        StringBuilder folded = new StringBuilder();
        text.codePoints()
                .forEach(code -> folded.append(
                        code == DOTLESS_I
                                ? Character.toString(code)
                                : Character.toString(code).toUpperCase(Locale.ROOT)));
        return folded.toString();
    }
}
