package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Evaluator;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Goes through a workflow as GitHub does: jobs in the order of their needs, the rows of their matrices, their steps. What a
 * step gives, it asks an executor.
 */
public final class Walk {
    /** GitHub lets workflows call each other no deeper. */
    private static final int DEEPEST = 10;

    /** The contexts that the condition of a job cannot ask. */
    private static final Set<String> NOT_IN_CONDITIONS =
            Set.of("env", "job", "jobs", "matrix", "runner", "secrets", "steps", "strategy");

    /** Why a job was skipped whose own condition decided it. */
    public static final String CONDITION = "its condition is false";

    private final Workflow workflow;
    private final Contexts base;
    private final Executor executor;
    private final Selection selection;
    private final Progress progress;
    private final Caller caller;
    private final Map<String, JobRun> done = new LinkedHashMap<>();
    private final Set<String> uncertain = new LinkedHashSet<>();
    private final Map<String, Before> before = new HashMap<>();

    /** @param base the contexts of the run: {@code github}, {@code inputs}, {@code vars} and {@code secrets} */
    public Walk(Workflow workflow, Contexts base, Executor executor, Selection selection, Progress progress) {
        this(workflow, base, executor, selection, progress, Caller.none());
    }

    /** @param caller where the workflow is called */
    Walk(Workflow workflow, Contexts base, Executor executor, Selection selection, Progress progress, Caller caller) {
        this.workflow = workflow;
        this.base = base;
        this.executor = executor;
        this.selection = selection;
        this.progress = progress;
        this.caller = caller;
    }

    /**
     * Where a workflow is called.
     *
     * @param name stands before the names of its jobs
     * @param permissions those of the job that calls it, which hold if it says nothing
     * @param certain whether it is known that it is called
     * @param paths where the called workflows are that lead to it, its own last; none for the one that the event starts
     * @param calls those of the whole run
     */
    record Caller(String name, Optional<Permissions> permissions, boolean certain, List<String> paths, Calls calls) {
        /** That of the workflow that the event starts. */
        static Caller none() {
            return new Caller("", Optional.empty(), true, List.of(), new Calls());
        }

        Caller {
            paths = List.copyOf(paths);
        }
    }

    /** What became of each selected job, in the order in which they ran. */
    public List<JobRun> run() {
        Set<String> selected = selection.of(workflow);
        for (Job job : workflow.jobs()) {
            if (selected.contains(job.id())) {
                reach(job);
            }
        }
        return List.copyOf(done.values());
    }

    private void reach(Job job) {
        if (!done.containsKey(job.id())) {
            job.needs().forEach(this::reach);
            done.put(job.id(), job(job));
        }
    }

    private JobRun job(Job job) {
        Contexts known = base.with("needs", needs(job)).with(status(job));
        Values values = new Values(known);
        Optional<Job> missing =
                job.needs().stream().filter(needed -> !run(needed).complete()).findFirst();
        if (missing.isPresent()) {
            return ended(
                    job,
                    Result.SKIPPED,
                    "it needs all rows of " + missing.get().id() + ", and some were left out",
                    caller.certain(),
                    false);
        }
        try {
            Values asked = executor.complete() ? new Values(known.without(NOT_IN_CONDITIONS)) : values;
            Data condition = asked.condition(job.condition());
            Optional<Boolean> holds = Evaluator.truth(condition);
            if (!holds.orElse(true)) {
                String why =
                        values.holds(Optional.empty()).orElse(true) ? CONDITION : "a job that it needs did not succeed";
                return ended(job, Result.SKIPPED, why, caller.certain(), true);
            }
            if (holds.isEmpty()) {
                uncertain.add(job.id());
                executor.undecided(caller.name() + job.id(), condition.code());
            }
            Caller here = new Caller(
                    caller.name(),
                    caller.permissions(),
                    caller.certain() && holds.isPresent(),
                    caller.paths(),
                    caller.calls());
            return job instanceof StepsJob steps
                    ? new JobWalk(workflow, steps, known, executor, selection, progress, here).run()
                    : call((CallJob) job, values, here);
        } catch (EvaluationFailure failure) {
            return ended(job, Result.FAILURE, failure.reason(), caller.certain(), true);
        }
    }

    /** A job of which nothing ran. */
    private JobRun ended(Job job, Result result, String message, boolean certain, boolean complete) {
        return ended(job, result, message, certain, complete, Map.of());
    }

    private JobRun ended(
            Job job, Result result, String message, boolean certain, boolean complete, Map<String, Data> outputs) {
        progress.jobEnded(caller.name() + job.id(), result, message);
        return new JobRun(
                job.id(),
                job.neededIds(),
                permissions(job),
                result,
                message,
                certain,
                List.of(),
                List.of(),
                outputs,
                complete);
    }

    private Optional<Permissions> permissions(Job job) {
        return job.permissions().or(workflow::permissions).or(caller::permissions);
    }

    private JobRun run(Job job) {
        return Optional.ofNullable(done.get(job.id())).orElseThrow();
    }

    private Data needs(Job job) {
        Map<String, Data> needs = new LinkedHashMap<>();
        for (Job needed : job.needs()) {
            JobRun run = run(needed);
            needs.put(
                    needed.id(),
                    Data.of(Map.of(
                            "result", Data.of(run.result().toString()), "outputs", run.outputs(executor.complete()))));
        }
        return Data.of(needs);
    }

    /** What a job asks about those before it, near and far. Whether those that may be skipped succeed is open. */
    private Map<String, Function<List<Data>, Data>> status(Job job) {
        Before before = before(job);
        boolean success = before.results().stream().allMatch(result -> result == Result.SUCCESS);
        boolean open = success && before.uncertain();
        Data answer = open ? new Data.Open(new Expression.Call("success", List.of())) : Data.of(success);
        return Map.of(
                "success", arguments -> answer,
                "failure", arguments -> Data.of(before.results().contains(Result.FAILURE)),
                "cancelled", arguments -> Data.of(before.results().contains(Result.CANCELLED)),
                "always", arguments -> Data.TRUE);
    }

    /**
     * What is known of all jobs that a job waits for, directly or not. All of them have ended.
     *
     * @param uncertain whether the condition of one of them is open
     */
    private record Before(Set<Result> results, boolean uncertain) {}

    private Before before(Job job) {
        Before known = before.get(job.id());
        if (known != null) {
            return known;
        }
        Set<Result> results = EnumSet.noneOf(Result.class);
        boolean open = false;
        for (Job needed : job.needs()) {
            Before earlier = before(needed);
            results.addAll(earlier.results());
            results.add(Optional.ofNullable(done.get(needed.id())).orElseThrow().result());
            open |= earlier.uncertain() || uncertain.contains(needed.id());
        }
        Before all = new Before(results, open);
        before.put(job.id(), all);
        return all;
    }

    private JobRun call(CallJob job, Values values, Caller here) {
        String path = job.workflow().name().replaceFirst("^(\\./|\\$/)", "");
        if (executor.passesOver(path)) {
            return ended(job, Result.SUCCESS, "skipped by --skip-action", here.certain(), true);
        }
        if (caller.paths().contains(path)) {
            return refused(job, "the workflow '" + path + "' calls itself", here);
        }
        if (caller.paths().size() + 1 >= DEEPEST) {
            return refused(job, "workflow calls are nested in more than " + DEEPEST + " levels", here);
        }
        if (!caller.calls().take()) {
            return notFollowed(job, "the run calls more than " + Calls.MOST + " workflows", values, here);
        }
        Optional<CalledWorkflow> called;
        try {
            called = executor.workflow(path).map(CalledWorkflow::new);
        } catch (Executor.Unavailable unavailable) {
            return refused(job, String.valueOf(unavailable.getMessage()), here);
        }
        if (called.isEmpty()) {
            boolean local = !path.equals(job.workflow().name());
            String why = (local || executor.complete() ? "there is no workflow '" : "only GitHub has the workflow '")
                    + job.workflow().source() + "'";
            return notFollowed(job, why, values, here);
        }
        if (!called.get().callable()) {
            return refused(
                    job,
                    "'" + job.workflow().source() + "' has no trigger 'workflow_call', so no workflow can call it",
                    here);
        }
        return new CallWalk(job, path, called.get(), base, permissions(job), executor, selection, progress, here)
                .run(values);
    }

    /** A workflow that cannot be followed here; whether GitHub can run it is open. */
    private JobRun notFollowed(CallJob job, String why, Values values, Caller here) {
        if (executor.complete()) {
            return refused(job, why, here);
        }
        uncertain.add(job.id());
        Map<String, Data> outputs = executor.outputs(job.workflow().name(), values.each(job.inputs()));
        return ended(job, Result.SUCCESS, why, here.certain(), true, outputs);
    }

    private JobRun refused(CallJob job, String message, Caller here) {
        return ended(job, Result.FAILURE, message, here.certain(), true);
    }
}
