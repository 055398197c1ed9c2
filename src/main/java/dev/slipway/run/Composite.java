package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.read.CompositeAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A step that uses an action of the repository that is made of steps.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#runs-for-composite-actions">Composite
 *     actions</a>
 */
record Composite(Uses step, CompositeAction action) {
    /** Where the action is that contains steps. */
    static final Expression PATH = new Expression.Property(new Expression.Context("github"), "action_path");

    /** The contexts that only workflows have. */
    private static final Set<String> NOT_HERE = Set.of("jobs", "needs", "secrets", "vars");

    private static final Expression WORKSPACE = new Expression.Property(new Expression.Context("github"), "workspace");

    /** GitHub lets composite actions use each other no deeper. */
    private static final int DEEPEST = 10;

    /**
     * The action, if it is one of the repository's that is made of steps.
     *
     * @param depth how many actions are around the step
     */
    static Optional<Composite> of(Uses step, Executor.Row place, int depth) {
        String name = step.action().name();
        if (!name.startsWith("./") && !name.startsWith("$/")) {
            return Optional.empty();
        }
        Optional<Composite> composite = place.composite(name.substring(2)).map(action -> new Composite(step, action));
        if (composite.isPresent() && depth >= DEEPEST) {
            throw new EvaluationFailure("actions are nested in more than " + DEEPEST + " levels");
        }
        return composite;
    }

    /**
     * Runs its steps.
     *
     * @param inside makes the walk through them
     * @param values what is known where it is used
     * @param runs gets what became of its steps
     */
    StepOutcome run(Function<Contexts, StepsWalk> inside, Values values, List<JobRun.Step> runs) {
        Contexts contexts =
                values.contexts().with("inputs", Data.of(inputs(values))).without(NOT_HERE);
        StepsWalk walk = inside.apply(contexts.with("github", github(contexts, "action_path", path(values))));
        runs.addAll(walk.run(action.steps()));
        Values after = new Values(contexts.with("steps", walk.steps()));
        Map<String, Data> outputs = new LinkedHashMap<>();
        action.outputs().forEach((name, text) -> {
            Data value = after.of(text);
            outputs.put(name, value.known() ? Data.of(value.text()) : value);
        });
        String message = runs.stream()
                .filter(step -> step.conclusion() == Result.FAILURE)
                .map(step -> step.name() + ": " + step.message())
                .findFirst()
                .orElse("");
        return new StepOutcome(walk.result(), message, outputs, Map.of());
    }

    /** What the step gives, else the defaults; all of it is text. */
    private Map<String, Data> inputs(Values values) {
        Map<String, Data> inputs = new LinkedHashMap<>();
        step.inputs().forEach((name, value) -> inputs.put(name, text(values, value)));
        action.inputs().forEach((name, input) -> {
            if (inputs.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                inputs.put(
                        name, input.fallback().map(value -> text(values, value)).orElse(Data.EMPTY));
            }
        });
        return inputs;
    }

    private static Data text(Values values, Value value) {
        Data data = values.of(value);
        return data.known() ? Data.of(data.text()) : data;
    }

    private Data path(Values values) {
        return Data.joined(
                List.of(values.of(WORKSPACE), Data.of("/" + step.action().name().substring(2))));
    }

    /** The context {@code github} with one more property, which only the steps of an action see. */
    static Data github(Contexts contexts, String property, Data value) {
        Data github = contexts.values().getOrDefault("github", new Data.Dict(Map.of(), false));
        Map<String, Data> all = new LinkedHashMap<>();
        boolean complete = github instanceof Data.Dict dictionary && dictionary.complete();
        if (github instanceof Data.Dict dictionary) {
            all.putAll(dictionary.values());
        }
        all.put(property, value);
        return new Data.Dict(all, complete);
    }
}
