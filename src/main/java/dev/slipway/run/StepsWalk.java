package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.workflow.CompositeAction;
import dev.slipway.model.workflow.Defaults;
import dev.slipway.model.workflow.Parallel;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Goes through the steps of a row, or of a composite action, one after another. */
final class StepsWalk {
    /** GitHub lets composite actions use each other no deeper. */
    private static final int DEEPEST = 10;

    private final Executor.Row place;
    private final Contexts known;
    private final Map<String, String> env;
    private final Optional<Defaults> defaults;
    private final Progress progress;
    private final int depth;
    private final Map<String, Data> steps = new LinkedHashMap<>();
    private Result result = Result.SUCCESS;

    /** @param env the variables at the start; grows with what steps set */
    StepsWalk(
            Executor.Row place,
            Contexts known,
            Map<String, String> env,
            Optional<Defaults> defaults,
            Progress progress,
            int depth) {
        this.place = place;
        this.known = known;
        this.env = env;
        this.defaults = defaults;
        this.progress = progress;
        this.depth = depth;
    }

    /** How the steps came out as a whole. */
    Result result() {
        return result;
    }

    /** Contexts with what is known now of the steps. */
    Contexts contexts(Contexts other) {
        return other.with("steps", Data.of(steps)).with("env", StepSetup.outputs(env));
    }

    List<JobRun.Step> run(List<Step> all) {
        List<JobRun.Step> runs = new ArrayList<>();
        for (Step step : all) {
            if (step instanceof Parallel parallel) {
                runs.addAll(run(parallel.steps()));
            } else if (step instanceof Run || step instanceof Uses) {
                runs.add(step(step));
            }
        }
        return runs;
    }

    private JobRun.Step step(Step step) {
        Contexts now = now();
        String name = name(step, now);
        JobRun.Step run;
        try {
            Optional<Boolean> holds = new Values(now).holds(step.common().condition());
            if (!holds.orElse(true)) {
                run = ended(name, Result.SKIPPED, Result.SKIPPED, "", Map.of(), Duration.ZERO, List.of());
            } else {
                progress.stepStarted(name, depth);
                run = started(step, name, now);
                progress.stepEnded(run, depth);
            }
        } catch (EvaluationFailure failure) {
            run = ended(name, Result.FAILURE, Result.FAILURE, failure.reason(), Map.of(), Duration.ZERO, List.of());
            progress.stepEnded(run, depth);
        }
        if (run.conclusion() == Result.FAILURE) {
            result = Result.FAILURE;
        }
        JobRun.Step finished = run;
        step.common().id().ifPresent(id -> steps.put(id, shown(finished)));
        return run;
    }

    private Contexts now() {
        Map<String, Function<List<Data>, Data>> functions = new LinkedHashMap<>(place.functions());
        Data success = Data.of(result == Result.SUCCESS);
        Data failure = Data.of(result == Result.FAILURE);
        functions.put("success", arguments -> success);
        functions.put("failure", arguments -> failure);
        functions.put("cancelled", arguments -> Data.FALSE);
        functions.put("always", arguments -> Data.TRUE);
        Data job = known.values().getOrDefault("job", Data.of(Map.of()));
        Map<String, Data> told =
                new LinkedHashMap<>(job instanceof Data.Dict dictionary ? dictionary.values() : Map.of());
        told.put("status", Data.of(result.toString()));
        return contexts(known).with("job", Data.of(told)).with(functions);
    }

    private static Data shown(JobRun.Step run) {
        return Data.of(Map.of(
                "outputs", Data.of(run.outputs()),
                "outcome", Data.of(run.outcome().toString()),
                "conclusion", Data.of(run.conclusion().toString())));
    }

    private static String name(Step step, Contexts now) {
        try {
            return step.common().name().map(new Values(now)::text).orElseGet(() -> unnamed(step));
        } catch (EvaluationFailure failure) {
            return unnamed(step);
        }
    }

    private static String unnamed(Step step) {
        if (step instanceof Run run) {
            String first = run.script().source().strip().lines().findFirst().orElse("");
            return "Run " + first;
        }
        return step instanceof Uses uses ? "Run " + uses.action().name() : "";
    }

    private JobRun.Step started(Step step, String name, Contexts now) {
        long start = System.nanoTime();
        Values values = new Values(now);
        Map<String, String> own = new LinkedHashMap<>(env);
        own.putAll(values.texts(step.common().env()));
        Values inside = new Values(now.with("env", StepSetup.outputs(own)));
        Optional<CompositeAction> composite = step instanceof Uses uses ? local(uses) : Optional.empty();
        List<JobRun.Step> nested = new ArrayList<>();
        StepOutcome outcome = composite.isPresent()
                ? composite(composite.get(), (Uses) step, inside, own, nested)
                : place.run(setup(step, name, inside, own));
        env.putAll(outcome.env());
        boolean forgiven =
                outcome.result() == Result.FAILURE && inside.flag(step.common().continueOnError(), false);
        return ended(
                name,
                outcome.result(),
                forgiven ? Result.SUCCESS : outcome.result(),
                outcome.message(),
                outcome.outputs(),
                Duration.ofNanos(System.nanoTime() - start),
                nested);
    }

    private static JobRun.Step ended(
            String name,
            Result outcome,
            Result conclusion,
            String message,
            Map<String, Data> outputs,
            Duration time,
            List<JobRun.Step> nested) {
        return new JobRun.Step(name, outcome, conclusion, message, outputs, time, nested);
    }

    private StepSetup setup(Step step, String name, Values values, Map<String, String> own) {
        Optional<Duration> timeout = step.common()
                .timeoutMinutes()
                .map(values::of)
                .filter(Data::known)
                .map(minutes -> Duration.ofMillis((long) (minutes.number() * 60_000)));
        if (step instanceof Uses uses) {
            return new StepSetup(
                    step, name, "", Optional.empty(), "", values.texts(uses.inputs()), own, timeout, result);
        }
        Run run = (Run) step;
        return new StepSetup(
                step,
                name,
                values.text(run.script()),
                run.shell()
                        .map(values::text)
                        .or(() -> defaults.flatMap(Defaults::shell).map(values::text)),
                run.workingDirectory()
                        .map(values::text)
                        .or(() -> defaults.flatMap(Defaults::workingDirectory).map(values::text))
                        .orElse(""),
                Map.of(),
                own,
                timeout,
                result);
    }

    private Optional<CompositeAction> local(Uses uses) {
        String path = uses.action().name();
        return depth < DEEPEST && (path.startsWith("./") || path.startsWith("$/"))
                ? place.composite(path.substring(2))
                : Optional.empty();
    }

    private StepOutcome composite(
            CompositeAction action, Uses uses, Values values, Map<String, String> own, List<JobRun.Step> nested) {
        Map<String, Data> inputs = new LinkedHashMap<>();
        action.inputs()
                .forEach((name, input) -> inputs.put(
                        name,
                        Data.of(values.of(input.fallback().orElse(Value.of(""))).text())));
        values.texts(uses.inputs()).forEach((name, text) -> inputs.put(name, Data.of(text)));
        Map<String, String> before = new LinkedHashMap<>(own);
        StepsWalk inner = new StepsWalk(
                place,
                values.contexts().with("inputs", Data.of(inputs)),
                new LinkedHashMap<>(own),
                Optional.empty(),
                progress,
                depth + 1);
        nested.addAll(inner.run(action.steps()));
        Map<String, Data> outputs = new LinkedHashMap<>();
        Values after = new Values(inner.contexts(values.contexts().with("inputs", Data.of(inputs))));
        action.outputs().forEach((name, text) -> outputs.put(name, after.of(text)));
        Map<String, String> added = new LinkedHashMap<>(inner.env);
        added.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        String message = nested.stream()
                .filter(step -> step.conclusion() == Result.FAILURE)
                .map(step -> step.name() + ": " + step.message())
                .findFirst()
                .orElse("");
        return new StepOutcome(inner.result, message, outputs, added);
    }
}
