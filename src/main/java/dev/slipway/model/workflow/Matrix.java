package dev.slipway.model.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variants that a job runs in: every combination of the axes that is not excluded, and what is included.
 *
 * @param dynamic an expression that gives the whole matrix instead
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix">matrix</a>
 */
public record Matrix(
        Map<String, List<Value>> axes,
        List<Map<String, Value>> include,
        List<Map<String, Value>> exclude,
        Optional<Expr<Object>> dynamic) {

    public Matrix {
        axes = Ordered.copy(axes);
        include = include.stream().map(Ordered::<Value>copy).toList();
        exclude = exclude.stream().map(Ordered::<Value>copy).toList();
    }

    public static Matrix include(List<Map<String, Value>> rows) {
        return new Matrix(Map.of(), rows, List.of(), Optional.empty());
    }

    public static Matrix axis(String name, List<Value> values) {
        return new Matrix(Map.of(name, List.copyOf(values)), List.of(), List.of(), Optional.empty());
    }

    /** Whether some variant has a value under this name. */
    public boolean has(String column) {
        return dynamic.isPresent()
                || axes.containsKey(column)
                || include.stream().anyMatch(row -> row.containsKey(column));
    }
}
