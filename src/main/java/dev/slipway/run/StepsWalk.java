package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.Parallel;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Goes through the steps of a row, or of a composite action, one after another. */
final class StepsWalk {
    private final Executor.Row place;
    private final Contexts known;
    private final Map<String, Data> env;
    private final RunDefaults defaults;
    private final Progress progress;
    private final Enclosing around;
    private final Map<String, Data> steps = new LinkedHashMap<>();
    private Result result = Result.SUCCESS;
    private boolean started;

    /** What {@code run} steps do if they do not say otherwise. */
    record RunDefaults(Optional<String> shell, Optional<String> folder) {
        static final RunDefaults NONE = new RunDefaults(Optional.empty(), Optional.empty());
    }

    /** @param env the variables of the job at the start; grows with what steps set */
    StepsWalk(
            Executor.Row place,
            Contexts known,
            Map<String, Data> env,
            RunDefaults defaults,
            Progress progress,
            Enclosing around) {
        this.place = place;
        this.known = known;
        this.env = env;
        this.defaults = defaults;
        this.progress = progress;
        this.around = around;
    }

    /** How the steps came out as a whole. */
    Result result() {
        return result;
    }

    /** What is known when they are done. */
    Values atEnd() {
        return new Values(now());
    }

    /** What is known of each step that has an id. */
    Data steps() {
        return Data.of(steps);
    }

    List<JobRun.Step> run(List<Step> all) {
        List<JobRun.Step> runs = new ArrayList<>();
        for (Step step : all) {
            if (step instanceof Parallel parallel) {
                runs.addAll(run(parallel.steps()));
            } else if (step instanceof Run || step instanceof Uses) {
                JobRun.Step run = step(step);
                result = result.with(run.conclusion());
                step.common().id().ifPresent(id -> steps.put(id, shown(run)));
                runs.add(run);
            }
        }
        return runs;
    }

    /** A step's condition can already use its own variables; if they have no value, the step fails. */
    private JobRun.Step step(Step step) {
        Contexts now = now();
        try {
            Map<String, Data> set = new Values(now).variables(step.common().env());
            Map<String, Data> own = visible();
            own.putAll(set);
            Values values = new Values(now.with("env", variables(own)));
            Optional<Boolean> holds = values.holds(step.common().condition());
            StepName name = new StepName(step, values);
            boolean certain = around.certain() && holds.isPresent();
            if (!holds.orElse(true)) {
                if (!around.complete()) {
                    SkippedVariables.of(step).forEach(variable -> env.putIfAbsent(variable, Data.of("")));
                }
                return new JobRun.Step(
                        name.text(), Result.SKIPPED, Result.SKIPPED, "", Map.of(), Duration.ZERO, List.of(), certain);
            }
            progress.stepStarted(name.text(), around.depth());
            JobRun.Step run = started(step, name.text(), values, new Layers(set, own), certain);
            started = true;
            progress.stepEnded(run, around.depth());
            return run;
        } catch (EvaluationFailure failure) {
            JobRun.Step run = new JobRun.Step(
                    new StepName(step, new Values(now)).text(),
                    Result.FAILURE,
                    Result.FAILURE,
                    failure.reason(),
                    Map.of(),
                    Duration.ZERO,
                    List.of(),
                    around.certain());
            progress.stepEnded(run, around.depth());
            return run;
        }
    }

    /**
     * The variables of a step.
     *
     * @param set those that it sets itself
     * @param all those that it gets
     */
    private record Layers(Map<String, Data> set, Map<String, Data> all) {}

    private Map<String, Data> visible() {
        Map<String, Data> all = new LinkedHashMap<>(env);
        all.putAll(around.env());
        return all;
    }

    /** A step before may have set more than is known, as long as nothing runs for certain. */
    private Data variables(Map<String, Data> all) {
        return new Data.Dict(all, around.complete() || !started);
    }

    private Contexts now() {
        Map<String, Function<List<Data>, Data>> functions = new LinkedHashMap<>(place.functions());
        Result now = result;
        functions.put("success", arguments -> Data.of(now == Result.SUCCESS));
        functions.put("failure", arguments -> Data.of(now == Result.FAILURE));
        functions.put("cancelled", arguments -> Data.of(now == Result.CANCELLED));
        functions.put("always", arguments -> Data.TRUE);
        Data job = known.values().getOrDefault("job", Data.of(Map.of()));
        Map<String, Data> told =
                new LinkedHashMap<>(job instanceof Data.Dict dictionary ? dictionary.values() : Map.of());
        told.put("status", Data.of(job().toString()));
        Contexts here = known.with("steps", steps())
                .with("env", variables(visible()))
                .with("job", Data.of(told))
                .with(functions);
        return around.depth() == 0
                ? here
                : here.with("github", Composite.github(here, "action_status", Data.of(result.toString())));
    }

    /** An option such as {@code --snapshot} is open after a step of which it is open whether it runs. */
    private Data option(String variable, Data value) {
        return around.complete() || !value.known() || !value.text().startsWith("--")
                ? value
                : new Data.Open(new Expression.Property(new Expression.Context("env"), variable));
    }

    /** How the job came out so far: an action that fails has not yet failed its job. */
    private Result job() {
        return around.depth() == 0 ? result : around.job();
    }

    private Data shown(JobRun.Step run) {
        boolean complete = around.complete() || run.outcome() == Result.SKIPPED;
        return Data.of(Map.of(
                "outputs", new Data.Dict(run.outputs(), complete),
                "outcome", Data.of(run.outcome().toString()),
                "conclusion", Data.of(run.conclusion().toString())));
    }

    private JobRun.Step started(Step step, String name, Values values, Layers layers, boolean certain) {
        long start = System.nanoTime();
        List<JobRun.Step> nested = new ArrayList<>();
        StepOutcome outcome;
        try {
            Optional<Composite> composite =
                    step instanceof Uses uses ? Composite.of(uses, place, around.depth()) : Optional.empty();
            outcome = composite.isPresent()
                    ? composite.get().run(inside(step, values, layers, certain), values, nested)
                    : place.run(setup(step, name, values, layers.all()));
        } catch (EvaluationFailure failure) {
            outcome = StepOutcome.failure(failure.reason());
        }
        outcome.env().forEach((variable, value) -> env.put(variable, certain ? value : option(variable, value)));
        boolean forgiven = false;
        String message = outcome.message();
        try {
            forgiven = outcome.result() == Result.FAILURE
                    && values.flag("continue-on-error", step.common().continueOnError(), false);
        } catch (EvaluationFailure failure) {
            message = message + "; " + failure.reason();
        }
        return new JobRun.Step(
                name,
                outcome.result(),
                forgiven ? Result.SUCCESS : outcome.result(),
                message,
                outcome.outputs(),
                Duration.ofNanos(System.nanoTime() - start),
                nested,
                certain);
    }

    /** Makes the walk through an action that a step uses, of what is known in it. */
    private Function<Contexts, StepsWalk> inside(Step step, Values values, Layers layers, boolean certain) {
        Map<String, Data> set = new LinkedHashMap<>(around.env());
        set.putAll(layers.set());
        Optional<Long> end = timeout(step, values).map(left -> System.nanoTime() + left.toNanos());
        Enclosing here = new Enclosing(around.depth() + 1, set, job(), certain, around.complete(), end);
        return contexts -> new StepsWalk(place, contexts, env, RunDefaults.NONE, progress, here);
    }

    private Optional<Duration> timeout(Step step, Values values) {
        Optional<Duration> own = values.minutes(step.common().timeoutMinutes()).map(Duration::ofMinutes);
        return Stream.of(own, around.left()).flatMap(Optional::stream).min(Duration::compareTo);
    }

    private StepSetup setup(Step step, String name, Values values, Map<String, Data> all) {
        Map<String, String> own = new LinkedHashMap<>();
        all.forEach((variable, value) -> own.put(variable, value.text()));
        if (around.depth() > 0) {
            own.put("GITHUB_ACTION_PATH", values.of(Composite.PATH).text());
        }
        Optional<Duration> timeout = timeout(step, values);
        if (step instanceof Uses uses) {
            return new StepSetup(
                    step, name, "", Optional.empty(), "", values.texts(uses.inputs()), own, timeout, job());
        }
        Run run = (Run) step;
        return new StepSetup(
                step,
                name,
                values.text(run.script()),
                text(run.shell(), values).filter(shell -> !shell.isEmpty()).or(defaults::shell),
                text(run.workingDirectory(), values).or(defaults::folder).orElse(""),
                Map.of(),
                own,
                timeout,
                job());
    }

    private static Optional<String> text(Optional<Text> text, Values values) {
        return text.map(values::text);
    }
}
