package dev.slipway.model.workflow;

import java.util.List;

/** Steps that run at the same time; the job continues when all are done. */
public record Parallel(Common common, List<Step> steps) implements Step {
    public Parallel {
        steps = List.copyOf(steps);
    }

    @Override
    public Parallel with(Common other) {
        return new Parallel(other, steps);
    }

    @Override
    public List<Expr<?>> expressions() {
        Expressions found = new Expressions();
        common.expressions().forEach(found::add);
        steps.forEach(step -> step.expressions().forEach(found::add));
        return found.list();
    }
}
