package dev.slipway.model.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects the expressions of the values of a step or a job. */
final class Expressions {
    private final List<Expr<?>> found = new ArrayList<>();

    void add(Expr<?> expression) {
        found.add(expression);
    }

    void addAll(Optional<? extends Value> value) {
        if (value.isPresent()) {
            found.addAll(value.get().expressions());
        }
    }

    void addAll(Collection<? extends Value> values) {
        for (Value value : values) {
            found.addAll(value.expressions());
        }
    }

    List<Expr<?>> list() {
        return List.copyOf(found);
    }
}
