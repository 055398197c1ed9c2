package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Evaluator;
import dev.slipway.model.expression.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an entry of {@code include} or {@code exclude} asks of a row. */
record MatrixEntry(Map<String, Data> values) {
    /** Whether a row has its values; of a mapping or a list it may name only some. What is open does not agree. */
    boolean agrees(Map<String, Data> row) {
        return values.entrySet().stream()
                .allMatch(one -> same(row.getOrDefault(one.getKey(), Data.NULL), one.getValue()));
    }

    /** Whether a row has none of what is known to be other than here: only a run can tell of the rest. */
    boolean mayAgree(Map<String, Data> row) {
        Map<String, Data> known = new LinkedHashMap<>(values);
        known.keySet().removeIf(name -> row.get(name) instanceof Data.Open || values.get(name) instanceof Data.Open);
        return new MatrixEntry(known).agrees(row);
    }

    private static boolean same(Data own, Data wanted) {
        if (wanted instanceof Data.Dict entry) {
            return new MatrixEntry(entry.values()).agrees(own instanceof Data.Dict row ? row.values() : Map.of());
        }
        if (wanted instanceof Data.Arr list) {
            List<Data> items = own instanceof Data.Arr row ? row.items() : List.of();
            for (int i = 0; i < list.items().size(); i++) {
                if (!same(
                        i < items.size() ? items.get(i) : Data.NULL,
                        list.items().get(i))) {
                    return false;
                }
            }
            return true;
        }
        Expression equal = new Expression.Binary(Expression.Operator.EQUAL, own.code(), wanted.code());
        return Evaluator.truth(new Evaluator(Contexts.NOTHING).evaluate(equal)).orElse(false);
    }
}
