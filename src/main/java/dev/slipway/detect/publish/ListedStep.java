package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.run.dry.DryStep;

/**
 * A step, or a whole job, that no config stands for.
 *
 * @param name as people know it
 */
public record ListedStep(String name, Reason reason) {
    /** Only the first line of a name is shown. */
    public ListedStep {
        name = name.lines().findFirst().orElse("");
    }

    static Fact<ListedStep> of(DryStep step, String job, Reason reason) {
        return new Fact<>(new ListedStep(step.name(), reason), step.place() + " jobs." + job);
    }
}
