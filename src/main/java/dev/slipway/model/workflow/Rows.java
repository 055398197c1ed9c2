package dev.slipway.model.workflow;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a matrix as records: {@code rows.get(Linux::target)} is {@code matrix.target}, and a column that no row has
 * does not compile.
 *
 * <p>A component may be a {@code String}, {@code Boolean} or {@code Integer}, or an {@code Optional} of one; a row
 * without a value has no such key.
 */
public final class Rows<R extends Record> {
    private final List<R> rows;
    private final Matrix matrix;

    private Rows(List<R> rows) {
        this.rows = List.copyOf(rows);
        this.matrix = Matrix.include(rows.stream().map(Rows::values).toList());
    }

    public static <R extends Record> Rows<R> of(List<R> rows) {
        return new Rows<>(rows);
    }

    public List<R> rows() {
        return rows;
    }

    public Matrix matrix() {
        return matrix;
    }

    /** The value of a column in the row that a job runs for. */
    public <T> Expr<T> get(Column<R, T> column) {
        return Expr.of("matrix", name(column));
    }

    /** The same for a column that some rows leave out; there it is empty. */
    public <T> Expr<T> getOptional(Column<R, Optional<T>> column) {
        return Expr.of("matrix", name(column));
    }

    private static Map<String, Value> values(Record row) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            value(read(component.getAccessor(), row)).ifPresent(value -> values.put(kebab(component.getName()), value));
        }
        return values;
    }

    private static Optional<Value> value(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(Rows::value);
        }
        if (value instanceof Boolean flag) {
            return Optional.of(Value.of(flag));
        }
        if (value instanceof Number number) {
            return Optional.of(Value.of(number.longValue()));
        }
        return Optional.of(Value.of((String) value));
    }

    private static Object read(Method method, Object target) {
        try {
            method.setAccessible(true);
            return method.invoke(target);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("cannot read " + method, e);
        }
    }

    private static String name(Column<?, ?> column) {
        try {
            Method writeReplace = column.getClass().getDeclaredMethod("writeReplace");
            return kebab(((SerializedLambda) read(writeReplace, column)).getImplMethodName());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("a column is named by a method reference", e);
        }
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
