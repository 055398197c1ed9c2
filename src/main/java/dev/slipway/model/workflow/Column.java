package dev.slipway.model.workflow;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a matrix: its key in the workflow, and the component of a row that has its value. Declare it once, in the
 * record of the rows:
 *
 * <pre>{@code
 * record Linux(String target, Optional<String> rustVersion) {
 *     static final Column<Linux, String> TARGET = Column.of("target", Linux::target);
 *     static final Column<Linux, String> RUST = Column.optional("rust-version", Linux::rustVersion);
 * }
 * }</pre>
 *
 * <p>A value is a {@code String}, a {@code Boolean} or an {@code Integer}.
 */
public final class Column<R extends Record, T> {
    private final String name;
    private final Function<R, Optional<T>> value;

    private Column(String name, Function<R, Optional<T>> value) {
        this.name = Objects.requireNonNull(name);
        this.value = Objects.requireNonNull(value);
    }

    /** A column with a value in every row. */
    public static <R extends Record, T> Column<R, T> of(String name, Function<R, T> value) {
        return new Column<>(name, row -> Optional.of(value.apply(row)));
    }

    /** A column that has no value in some rows; there its expression is empty. */
    public static <R extends Record, T> Column<R, T> optional(String name, Function<R, Optional<T>> value) {
        return new Column<>(name, value);
    }

    public String name() {
        return name;
    }

    /** The value of a row in this column. */
    Optional<Value> in(R row) {
        return value.apply(row).map(this::value);
    }

    private Value value(T of) {
        if (of instanceof Boolean flag) {
            return Value.of(flag);
        }
        if (of instanceof Integer number) {
            return Value.of(number.longValue());
        }
        if (of instanceof String text) {
            return Value.of(text);
        }
        throw new IllegalArgumentException("column '" + name + "' holds a "
                + of.getClass().getSimpleName() + "; a matrix contains only strings, integers and booleans");
    }
}
