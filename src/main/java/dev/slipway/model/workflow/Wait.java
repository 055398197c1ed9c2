package dev.slipway.model.workflow;

import java.util.List;

/** A step that waits for background steps. */
public record Wait(Common common, List<String> steps) implements Step {
    public Wait {
        steps = List.copyOf(steps);
    }

    @Override
    public Wait with(Common other) {
        return new Wait(other, steps);
    }

    @Override
    public List<Expr<?>> expressions() {
        return common.expressions();
    }
}
