package dev.slipway.model.workflow;

import java.util.List;

/** A step that waits for every background step. */
public record WaitAll(Common common) implements Step {
    @Override
    public WaitAll with(Common other) {
        return new WaitAll(other);
    }

    @Override
    public List<Expr<?>> expressions() {
        return common.expressions();
    }
}
