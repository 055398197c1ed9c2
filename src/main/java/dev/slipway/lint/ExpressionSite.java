package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.model.expression.ExpressionReader;
import dev.slipway.model.expression.InvalidExpression;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An expression and its place.
 *
 * @param where the scalar that it is in
 * @param source its text
 * @param whole whether the scalar is this expression and nothing else
 * @param tree what it says, if it can be read
 * @param fault why it cannot be read; empty if it can
 * @param references everything that it takes from contexts, each by its longest path
 */
record ExpressionSite(
        Pointer where,
        String source,
        boolean whole,
        Optional<Expression> tree,
        String fault,
        List<Reference> references) {
    static ExpressionSite of(Pointer where, String source, boolean whole) {
        try {
            Expression tree = ExpressionReader.read(source);
            return new ExpressionSite(where, source, whole, Optional.of(tree), "", Reference.in(tree));
        } catch (InvalidExpression invalid) {
            String fault = invalid.reason() + " at character " + (invalid.offset() + 1);
            return new ExpressionSite(where, source, whole, Optional.empty(), fault, List.of());
        }
    }

    /** The same expression at another place. */
    ExpressionSite at(Pointer other, boolean whole) {
        return new ExpressionSite(other, source, whole, tree, fault, references);
    }

    static ExpressionSite unclosed(Pointer where, String text, InvalidExpression invalid) {
        return new ExpressionSite(where, text, false, Optional.empty(), invalid.reason(), List.of());
    }

    ExpressionSite {
        references = List.copyOf(references);
    }

    /** What it says and all that is in it. */
    List<Expression> parts() {
        List<Expression> all = new ArrayList<>();
        tree.ifPresent(whole -> whole.walk(all::add));
        return all;
    }

    Problem problem(String message, String help) {
        return Problem.at(where, message, help);
    }
}
