package dev.slipway.model.workflow;

import java.util.List;
import java.util.Map;

/** A value in a workflow: text, true or false, or a number; in a matrix also a list or a mapping of them. */
public sealed interface Value permits Text, Value.Flag, Value.Count, Value.Fraction, Value.Many, Value.Named {
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

    /** All expressions in it. */
    default List<Expr<?>> expressions() {
        return List.of();
    }

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Value {}

    /** A whole number. */
    record Count(long value) implements Value {}

    /** A number that is not whole. */
    record Fraction(double value) implements Value {}

    /** A list, as a value of a matrix. */
    record Many(List<Value> values) implements Value {
        public Many {
            values = List.copyOf(values);
        }

        @Override
        public List<Expr<?>> expressions() {
            Expressions found = new Expressions();
            found.addAll(values);
            return found.list();
        }
    }

    /** A mapping, as a value of a matrix. */
    record Named(Map<String, Value> values) implements Value {
        public Named {
            values = Ordered.copy(values);
        }

        @Override
        public List<Expr<?>> expressions() {
            Expressions found = new Expressions();
            found.addAll(values.values());
            return found.list();
        }
    }
}
