package dev.slipway.model.workflow;

import java.util.List;

/** A scalar as it stands in a workflow: text, true or false, or a whole number. */
public sealed interface Value permits Text, Value.Flag, Value.Count {
    static Value of(boolean value) {
        return new Flag(value);
    }

    static Value of(long value) {
        return new Count(value);
    }

    static Value of(String value) {
        return Text.of(value);
    }

    static Value of(Expr<?> value) {
        return Text.of(value);
    }

    /** The expressions that stand in it. */
    default List<Expr<?>> expressions() {
        return List.of();
    }

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Value {}

    /** A whole number. */
    record Count(long value) implements Value {}
}
