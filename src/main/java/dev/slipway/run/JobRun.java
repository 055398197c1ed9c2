package dev.slipway.run;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Permissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a job.
 *
 * @param needs the jobs that it waited for
 * @param permissions what its token may do; absent if the repository's setting decides
 * @param message why it has no rows, if that is not plain; may be empty
 * @param rows one for each row of its matrix; one alone if it has none
 * @param certain whether it is known that GitHub would run it, or pass over it: its condition is known, and those of the
 *     workflows that lead to it
 * @param called the jobs of the workflow that it calls; once for each row of its matrix
 * @param complete whether nothing of it was left out that GitHub would run
 */
public record JobRun(
        String id,
        List<String> needs,
        Optional<Permissions> permissions,
        Result result,
        String message,
        boolean certain,
        List<Row> rows,
        List<JobRun> called,
        Map<String, Data> outputs,
        boolean complete) {
    public JobRun {
        needs = List.copyOf(needs);
        rows = List.copyOf(rows);
        called = List.copyOf(called);
        outputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /**
     * Its outputs, for those who ask for one.
     *
     * @param complete whether a job has no other outputs than those that it is known to give; one that is skipped has none
     */
    Data outputs(boolean complete) {
        return new Data.Dict(outputs, complete || result == Result.SKIPPED);
    }

    /**
     * One run of the job.
     *
     * @param message why it has this result, if its steps do not say it; may be empty
     * @param certain whether it is known that GitHub would run it: its condition and its matrix are known
     */
    public record Row(
            String name, Map<String, Data> matrix, Result result, String message, List<Step> steps, boolean certain) {
        public Row {
            matrix = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(matrix));
            steps = List.copyOf(steps);
        }
    }

    /**
     * What became of a step.
     *
     * @param outcome how it ended
     * @param conclusion what counts: success if it may fail
     * @param message why it failed; may be empty
     * @param steps those of a composite action
     * @param certain whether it is known that it runs, or that it does not, once its job runs: its condition is known
     */
    public record Step(
            String name,
            Result outcome,
            Result conclusion,
            String message,
            Map<String, Data> outputs,
            Duration time,
            List<Step> steps,
            boolean certain) {
        public Step {
            outputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
            steps = List.copyOf(steps);
        }
    }
}
