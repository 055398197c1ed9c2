package dev.slipway.model.workflow;

import java.util.List;

/** A step that stops a background step. */
public record Cancel(Common common, String step) implements Step {
    @Override
    public Cancel with(Common other) {
        return new Cancel(other, step);
    }

    @Override
    public List<Expr<?>> expressions() {
        return common.expressions();
    }
}
