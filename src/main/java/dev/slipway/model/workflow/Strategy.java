package dev.slipway.model.workflow;

import java.util.Optional;

/**
 * How the variants of a job run.
 *
 * @param failFast whether the first failure cancels the others; GitHub's default is yes
 * @param maxParallel how many run at once; as many as there are runners where absent
 */
public record Strategy(Optional<Value> failFast, Optional<Value> maxParallel, Optional<Matrix> matrix) {
    /** Lets every variant come to its end. */
    public static Strategy all(Matrix matrix) {
        return new Strategy(Optional.of(Value.of(false)), Optional.empty(), Optional.of(matrix));
    }
}
