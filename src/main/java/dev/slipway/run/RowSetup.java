package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a job: the job itself, or one row of its matrix.
 *
 * @param job the job as it is written in the workflow
 * @param name what people see
 * @param number which row of its job it is, from 0
 * @param matrix the values of the row
 * @param runner the labels that it asks for
 * @param container the image that its steps run in
 * @param permissions what its token may do; absent if the repository's setting decides
 * @param timeoutMinutes how long it may take
 */
public record RowSetup(
        StepsJob job,
        String name,
        int number,
        Map<String, Data> matrix,
        List<String> runner,
        Optional<JobContainer> container,
        Optional<Permissions> permissions,
        int timeoutMinutes) {
    public RowSetup {
        matrix = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(matrix));
        runner = List.copyOf(runner);
    }

    /** A value of one of its steps, as far as the row alone decides it. */
    public Data value(Value value) {
        return alone().of(value);
    }

    /** Whether the row alone keeps one of its steps from running. */
    public boolean excludes(Step step) {
        return !alone().holds(step.common().condition()).orElse(true);
    }

    private Values alone() {
        return new Values(Contexts.NOTHING.with("matrix", Data.of(matrix)));
    }

    /**
     * The container of a job.
     *
     * @param options more arguments of {@code docker create}, as one text
     */
    public record JobContainer(String image, Map<String, String> env, List<String> volumes, String options) {
        public JobContainer {
            env = Map.copyOf(env);
            volumes = List.copyOf(volumes);
        }
    }
}
