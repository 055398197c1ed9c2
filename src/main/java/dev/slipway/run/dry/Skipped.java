package dev.slipway.run.dry;

import java.util.List;

/**
 * What a run does not come to, because a condition does not hold: a job, or steps of one that it comes to.
 *
 * @param job the job's key
 * @param place the file and the line it stands at
 * @param steps those that no row of the job comes to; empty if there is no row
 */
public record Skipped(String job, String place, List<DryStep> steps) {
    public Skipped {
        steps = List.copyOf(steps);
    }
}
