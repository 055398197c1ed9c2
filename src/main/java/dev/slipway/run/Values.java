package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Evaluator;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of a workflow at a place: texts, numbers and conditions with their expressions evaluated. */
record Values(Contexts contexts) {
    private static final Set<String> STATUS = Set.of("success", "failure", "cancelled", "always");

    Data of(Expression expression) {
        return new Evaluator(contexts).evaluate(expression);
    }

    /** A text; one that is an expression and nothing else keeps the type of its value. */
    Data of(Text text) {
        if (text.parts().size() == 1) {
            return text.parts()
                    .get(0)
                    .fold(
                            literal -> Data.of(literal.text()),
                            it -> of(it.expression().tree()));
        }
        List<Data> pieces = new ArrayList<>();
        for (Text.Part part : text.parts()) {
            Data piece = part.fold(
                    literal -> Data.of(literal.text()), it -> of(it.expression().tree()));
            pieces.add(piece.known() ? Data.of(piece.text()) : piece);
        }
        return Data.joined(pieces);
    }

    /** What replaces a text. */
    String text(Text text) {
        return of(text).text();
    }

    Data of(Value value) {
        if (value instanceof Value.Flag flag) {
            return Data.of(flag.value());
        }
        if (value instanceof Value.Count count) {
            return Data.of(count.value());
        }
        if (value instanceof Value.Fraction fraction) {
            return Data.of(fraction.value());
        }
        if (value instanceof Value.Many many) {
            return Data.of(many.values().stream().map(this::of).toList());
        }
        if (value instanceof Value.Named named) {
            return Data.of(each(named.values()));
        }
        return of((Text) value);
    }

    Map<String, Data> each(Map<String, ? extends Value> values) {
        Map<String, Data> all = new LinkedHashMap<>();
        values.forEach((name, value) -> all.put(name, of(value)));
        return all;
    }

    Map<String, String> texts(Map<String, ? extends Value> values) {
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach((name, value) -> all.put(name, of(value).text()));
        return all;
    }

    /** Variables: texts, of which parts may be open. */
    Map<String, Data> variables(Map<String, ? extends Value> values) {
        Map<String, Data> all = new LinkedHashMap<>();
        each(values).forEach((name, value) -> all.put(name, value.known() ? Data.of(value.text()) : value));
        return all;
    }

    /** A text that others get as an output: nothing if it is empty, which GitHub does not pass on. */
    Optional<Data> output(Text text) {
        Data value = of(text);
        return Optional.of(value.known() ? Data.of(value.text()) : value)
                .filter(it -> !it.known() || !it.text().isEmpty());
    }

    /**
     * Whether a value is true; {@code otherwise} if it is absent or open.
     *
     * @param key the key that it belongs to
     * @throws EvaluationFailure if it is neither true nor false, such as an input of an action, which is a text
     */
    boolean flag(String key, Optional<Value> value, boolean otherwise) {
        Optional<Data> flag = value.map(this::of).filter(Data::known);
        flag.filter(data -> !(data instanceof Data.Bool)).ifPresent(other -> {
            throw new EvaluationFailure("'" + key + "' is '" + other.text()
                    + "', which is neither true nor false: convert it with fromJSON(…)");
        });
        return flag.map(Data::truthy).orElse(otherwise);
    }

    /**
     * A number, or what is open.
     *
     * @param key the key that it belongs to
     * @throws EvaluationFailure if it is no number, such as a variable, which is a text
     */
    Data number(String key, Value value) {
        Data number = of(value);
        if (number.known() && !(number instanceof Data.Num)) {
            throw new EvaluationFailure(
                    "'" + key + "' is '" + number.text() + "', which is not a number: convert it with fromJSON(…)");
        }
        return number;
    }

    /**
     * A number of minutes; empty if it is none, open or below 1, which GitHub takes for no limit. It counts whole ones.
     *
     * @throws EvaluationFailure if it is no number, such as a variable, which is a text
     */
    Optional<Integer> minutes(Optional<Value> value) {
        return value.map(given -> number("timeout-minutes", given))
                .filter(Data::known)
                .map(data -> (int) data.number())
                .filter(whole -> whole >= 1);
    }

    /**
     * Whether a condition holds; empty if that is open. One that asks for no status holds only after success.
     */
    Optional<Boolean> holds(Optional<Expr<Boolean>> condition) {
        return Evaluator.truth(condition(condition));
    }

    /** The value of a condition, together with what it asks without saying so. */
    Data condition(Optional<Expr<Boolean>> condition) {
        Expression success = new Expression.Call("success", List.of());
        Expression asked = condition
                .map(Expr::tree)
                .map(tree -> asksStatus(tree) ? tree : new Expression.Binary(Expression.Operator.AND, success, tree))
                .orElse(success);
        return of(asked);
    }

    private static boolean asksStatus(Expression tree) {
        List<Expression> calls = new ArrayList<>();
        tree.walk(node -> {
            if (node instanceof Expression.Call call
                    && STATUS.contains(call.function().toLowerCase(java.util.Locale.ROOT))) {
                calls.add(call);
            }
        });
        return !calls.isEmpty();
    }
}
