package dev.slipway.lint;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A condition that comes out the same in every case.
 *
 * @param value how it comes out
 * @param part the smallest part of it that decides that
 * @param whole whether that is all of it
 * @param cases what is known in each case in which it has to decide
 * @param given what holds in these cases, if they are not all
 */
record ConstantCondition(
        boolean value, Expression part, boolean whole, List<Contexts> cases, Optional<Expression> given) {
    /** How many values a message names. */
    private static final int MOST_VALUES = 8;

    private static final String EMPTY = "''";
    private static final Set<String> GUARDED = Set.of("github", "runner");

    private static final Contexts NOTHING = Contexts.NOTHING.with(Map.of("always", arguments -> Data.TRUE));

    /** Looks at a condition in every case; nothing if it depends on more, or there is no case. */
    static Optional<ConstantCondition> of(Expression tree, Possibilities possible) {
        List<Contexts> cases =
                possible.cases().stream().map(ConstantCondition::known).toList();
        return constant(tree, cases).map(value -> {
            ConstantCondition found = deciding(tree, value, cases, Optional.empty());
            return new ConstantCondition(value, found.part, found.part.equals(tree), found.cases, found.given);
        });
    }

    /** What is known in a case. */
    static Contexts known(Map<List<String>, Data> one) {
        return new Contexts(Possibilities.contexts(one), NOTHING.functions());
    }

    private static Optional<Boolean> constant(Expression tree, List<Contexts> cases) {
        Optional<Boolean> all = cases.stream().findFirst().flatMap(one -> Folding.truth(tree, one));
        return all.filter(value ->
                cases.stream().skip(1).allMatch(one -> Folding.truth(tree, one).equals(Optional.of(value))));
    }

    /** Finds the smallest part that decides, and the cases in which it has to. */
    private static ConstantCondition deciding(
            Expression tree, boolean value, List<Contexts> cases, Optional<Expression> given) {
        if (tree instanceof Expression.Not not) {
            return deciding(not.operand(), !value, cases, given);
        }
        if (tree instanceof Expression.Binary binary && binary.operator() == decisive(value)) {
            for (Expression side : binary.children()) {
                if (constant(side, cases).equals(Optional.of(value))) {
                    return deciding(side, value, cases, given);
                }
            }
            List<Contexts> left = cases.stream()
                    .filter(one -> !Folding.truth(binary.left(), one).equals(Optional.of(value)))
                    .toList();
            Expression needed = value ? new Expression.Not(binary.left()) : binary.left();
            return deciding(binary.right(), value, left, Optional.of(needed));
        }
        return new ConstantCondition(value, tree, true, cases, given);
    }

    /** The operator of which one side alone decides the result. */
    private static Expression.Operator decisive(boolean value) {
        return value ? Expression.Operator.OR : Expression.Operator.AND;
    }

    /** The context that decides; empty if none does. */
    String context() {
        return references(part)
                .flatMap(reference -> Reference.of(reference).stream())
                .map(Reference::context)
                .findFirst()
                .orElse("");
    }

    /**
     * Whether it guards against what does not happen yet: a system or an event that may be added some day, or a column
     * of the matrix that rows may leave empty. If it is true, that is not a mistake.
     */
    boolean isGuard() {
        return value
                && operands(part)
                        .anyMatch(operand -> isEmptiness(operand)
                                || references(operand)
                                        .flatMap(reference -> Reference.of(reference).stream())
                                        .anyMatch(reference -> GUARDED.contains(reference.context())));
    }

    private static boolean isEmptiness(Expression operand) {
        boolean compared = operand instanceof Expression.Binary binary
                && binary.children().stream().anyMatch(side -> EMPTY.equals(side.source()));
        return compared || Reference.of(operand).isPresent();
    }

    /** The operands whose truth decides, as they stand. */
    static Stream<Expression> operands(Expression tree) {
        if (tree instanceof Expression.Not not) {
            return operands(not.operand());
        }
        boolean logical = tree instanceof Expression.Binary binary
                && (binary.operator() == Expression.Operator.AND || binary.operator() == Expression.Operator.OR);
        return logical ? tree.children().stream().flatMap(ConstantCondition::operands) : Stream.of(tree);
    }

    /** Why it comes out like this; empty if that is plain to see. */
    String why() {
        List<Expression> references = references(part).distinct().toList();
        if (references.isEmpty()) {
            return whole ? "" : "'" + Phrases.shortened(part.source()) + "' decides it";
        }
        List<String> reasons = references.stream()
                .flatMap(reference -> values(reference).stream())
                .toList();
        String where = given.map(it -> "where '" + Phrases.shortened(it.source()) + "' holds, ")
                .orElse("");
        return reasons.isEmpty()
                ? "whatever '" + references.get(0).source() + "' is here"
                : where + String.join(", and ", reasons);
    }

    private static Stream<Expression> references(Expression tree) {
        return Reference.of(tree).isPresent()
                ? Stream.of(tree)
                : tree.children().stream().flatMap(ConstantCondition::references);
    }

    /** The values that a reference has in all the cases, in words; nothing if it may have any. */
    private Optional<String> values(Expression reference) {
        List<String> words = new ArrayList<>();
        for (Contexts one : cases) {
            Optional<String> word = Folding.value(reference, one).flatMap(ConstantCondition::word);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            word.filter(it -> !words.contains(it)).ifPresent(words::add);
        }
        return Optional.of("'" + reference.source() + "' is " + either(words));
    }

    private static Optional<String> word(Data value) {
        if (value instanceof Data.Holed holed) {
            return Optional.of(holed.beginning())
                    .filter(text -> !text.isEmpty())
                    .map(text -> "'" + text + "…'");
        }
        if (!value.primitive()) {
            return Optional.empty();
        }
        String text = Phrases.shortened(value.text());
        return Optional.of(text.isEmpty() ? "empty" : value instanceof Data.Str ? "'" + text + "'" : text);
    }

    private static String either(List<String> words) {
        int last = words.size() - 1;
        if (last >= MOST_VALUES) {
            return String.join(", ", words.subList(0, MOST_VALUES)) + ", …";
        }
        return last < 1 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
