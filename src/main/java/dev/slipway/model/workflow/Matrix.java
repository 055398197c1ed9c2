package dev.slipway.model.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The matrix of a job: every combination of the axes that is not excluded, and the included rows.
 *
 * @param computed axes, {@code include} or {@code exclude} whose value is an expression
 * @param dynamic an expression for the whole matrix, instead of everything else
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix">matrix</a>
 */
public record Matrix(
        Map<String, List<Value>> axes,
        List<Map<String, Value>> include,
        List<Map<String, Value>> exclude,
        Map<String, Text> computed,
        Optional<Expr<Object>> dynamic) {

    public Matrix {
        axes = Ordered.copy(axes);
        computed = Ordered.copy(computed);
        include = include.stream().map(Ordered::<Value>copy).toList();
        exclude = exclude.stream().map(Ordered::<Value>copy).toList();
    }

    /** A matrix without computed axes. */
    public Matrix(
            Map<String, List<Value>> axes,
            List<Map<String, Value>> include,
            List<Map<String, Value>> exclude,
            Optional<Expr<Object>> dynamic) {
        this(axes, include, exclude, Map.of(), dynamic);
    }

    public static Matrix include(List<Map<String, Value>> rows) {
        return new Matrix(Map.of(), rows, List.of(), Optional.empty());
    }

    public static Matrix axis(String name, List<Value> values) {
        return new Matrix(Map.of(name, List.copyOf(values)), List.of(), List.of(), Optional.empty());
    }

    /** Whether a row has a value for this key. */
    public boolean has(String column) {
        return dynamic.isPresent()
                || axes.containsKey(column)
                || computed.containsKey(column)
                || computed.containsKey("include")
                || include.stream().anyMatch(row -> row.containsKey(column));
    }
}
