package dev.slipway.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a job of an existing workflow: the job itself, or one row of its matrix, with the row's values filled in.
 *
 * @param id the job's key
 * @param row the values of the matrix, nested ones by their path: {@code os}, {@code job.target}
 * @param runner the label it runs on; empty where it cannot be known
 * @param container the image it runs in
 * @param steps what it does
 */
record Job(String id, Map<String, String> row, Optional<String> runner, Optional<String> container, List<Step> steps) {
    Job {
        row = Map.copyOf(row);
        steps = List.copyOf(steps);
    }

    /**
     * A step with the values of the row filled in.
     *
     * @param uses an action with its ref, or empty
     * @param run a script, or empty
     */
    record Step(String uses, String run, Map<String, String> with) {
        /** The action without its ref. */
        String action() {
            return uses.replaceFirst("@.*", "");
        }
    }
}
