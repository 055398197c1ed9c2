package dev.slipway.lint;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Evaluator;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.expression.InvalidExpression;
import dev.slipway.model.expression.Template;
import dev.slipway.source.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Evaluates expressions as far as their values are known. One that fails has no value here; other rules report it. */
final class Folding {
    private Folding() {}

    /** Whether an expression counts as true; empty if that is open, or it has no value. */
    static Optional<Boolean> truth(Expression tree, Contexts known) {
        return value(tree, known).flatMap(Evaluator::truth);
    }

    static Optional<Data> value(Expression tree, Contexts known) {
        try {
            return Optional.of(new Evaluator(known).evaluate(tree));
        } catch (EvaluationFailure failure) {
            return Optional.empty();
        }
    }

    /** A text with its expressions evaluated; empty if one cannot be read or has no value. */
    static Optional<Data> text(String text, Contexts known) {
        try {
            return Optional.of(new Evaluator(known).evaluate(Template.of(text)));
        } catch (InvalidExpression | EvaluationFailure failure) {
            return Optional.empty();
        }
    }

    /** A value as GitHub reads it. */
    static Data data(Node node) {
        return node.fold(
                mapping -> {
                    Map<String, Data> values = new LinkedHashMap<>();
                    mapping.entries().forEach((name, entry) -> values.put(name, data(entry.value())));
                    return Data.of(values);
                },
                list -> Data.of(list.items().stream().map(Folding::data).toList()),
                Folding::data);
    }

    private static Data data(Node.Scalar scalar) {
        return switch (scalar.type()) {
            case NULL -> Data.NULL;
            case BOOLEAN -> Data.of(scalar.text().equalsIgnoreCase("true"));
            case INTEGER, FLOAT -> Data.of(Data.of(scalar.text()).number());
            case TEXT -> Data.of(scalar.text());
        };
    }
}
