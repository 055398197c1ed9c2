package dev.slipway.model.workflow;

import java.util.Optional;

/**
 * How the rows of a matrix run.
 *
 * @param failFast whether the first failure cancels the other rows; true by default
 * @param maxParallel how many rows run at once; if absent, as many as there are runners
 */
public record Strategy(Optional<Value> failFast, Optional<Value> maxParallel, Optional<Matrix> matrix) {
    /** Runs all rows to their end, even if one fails. */
    public static Strategy all(Matrix matrix) {
        return new Strategy(Optional.of(Value.of(false)), Optional.empty(), Optional.of(matrix));
    }
}
