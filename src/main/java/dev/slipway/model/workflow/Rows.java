package dev.slipway.model.workflow;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a matrix as records: {@code rows.get(Linux.TARGET)} is {@code matrix.target}, and a column that no row has
 * does not compile. A row without a value has no such key.
 */
public final class Rows<R extends Record> {
    private final List<R> rows;
    private final Set<Column<R, ?>> columns;
    private final Matrix matrix;

    private Rows(List<R> rows, List<Column<R, ?>> columns) {
        this.rows = List.copyOf(rows);
        this.columns = Set.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column<R, ?> column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("duplicate column '" + column.name() + "'");
            }
        }
        this.matrix =
                Matrix.include(rows.stream().map(row -> values(row, columns)).toList());
    }

    /** Rows with these columns, in this order. */
    public static <R extends Record> Rows<R> of(List<R> rows, List<Column<R, ?>> columns) {
        return new Rows<>(rows, columns);
    }

    public List<R> rows() {
        return rows;
    }

    public Matrix matrix() {
        return matrix;
    }

    /**
     * The value of a column in the row that a job runs for; empty if the row has no value.
     *
     * @throws IllegalArgumentException if the matrix does not have the column
     */
    public <T> Expr<T> get(Column<R, T> column) {
        if (!columns.contains(column)) {
            throw new IllegalArgumentException("the matrix has no column '" + column.name() + "'");
        }
        return Expr.of("matrix", column.name());
    }

    private static <R extends Record> Map<String, Value> values(R row, List<Column<R, ?>> columns) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Column<R, ?> column : columns) {
            column.in(row).ifPresent(value -> values.put(column.name(), value));
        }
        return values;
    }
}
