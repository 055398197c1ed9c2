package dev.slipway.run;

import dev.slipway.model.expression.Data;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What contains steps: the job, or the step that uses a composite action.
 *
 * @param depth how many actions are around them
 * @param env variables that the steps around them set; they come before those that scripts set
 * @param job the result of the job so far; success if the steps are those of the job
 * @param certain whether it is known that it runs
 * @param complete whether a step has no other outputs than those that it is known to give
 * @param end when it must be done, in nanoseconds of the system's own clock
 */
record Enclosing(int depth, Map<String, Data> env, Result job, boolean certain, boolean complete, Optional<Long> end) {
    Enclosing {
        env = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }

    static Enclosing job(boolean certain, boolean complete) {
        return new Enclosing(0, Map.of(), Result.SUCCESS, certain, complete, Optional.empty());
    }

    /** The time that is left. */
    Optional<Duration> left() {
        return end.map(it -> Duration.ofNanos(Math.max(0, it - System.nanoTime())));
    }
}
