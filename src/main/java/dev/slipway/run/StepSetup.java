package dev.slipway.run;

import dev.slipway.model.workflow.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A step that is about to run, with its values filled in; what is open stays an expression in braces.
 *
 * @param step the step as it is written in the workflow
 * @param name what people see
 * @param script what a {@code run} step runs; empty for others
 * @param shell the shell that the step, the job or the workflow asks for
 * @param folder the working directory, from the workspace
 * @param inputs what an action gets
 * @param env the variables of the workflow, the job, earlier steps and the step itself, in this order
 * @param timeout how long it may take; absent if the job alone decides
 * @param job whether the job is well so far
 */
public record StepSetup(
        Step step,
        String name,
        String script,
        Optional<String> shell,
        String folder,
        Map<String, String> inputs,
        Map<String, String> env,
        Optional<Duration> timeout,
        Result job) {
    public StepSetup {
        inputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        env = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }
}
