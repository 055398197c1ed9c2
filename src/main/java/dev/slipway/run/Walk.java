package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import java.util.ArrayList;
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

    /** Why a job was skipped whose own condition decided it. */
    public static final String CONDITION = "its condition does not hold";

    private final Workflow workflow;
    private final Contexts base;
    private final Executor executor;
    private final Selection selection;
    private final Progress progress;
    private final Caller caller;
    private final Map<String, JobRun> done = new LinkedHashMap<>();
    private final Set<String> uncertain = new LinkedHashSet<>();

    /** @param base the contexts of the run: {@code github}, {@code inputs}, {@code vars} and {@code secrets} */
    public Walk(Workflow workflow, Contexts base, Executor executor, Selection selection, Progress progress) {
        this(workflow, base, executor, selection, progress, Caller.NONE);
    }

    private Walk(
            Workflow workflow,
            Contexts base,
            Executor executor,
            Selection selection,
            Progress progress,
            Caller caller) {
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
     * @param certain whether it is known that it is called
     * @param depth how many workflows lead to it
     */
    record Caller(String name, boolean certain, int depth) {
        static final Caller NONE = new Caller("", true, 0);
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
        try {
            Optional<Boolean> holds = values.holds(job.condition());
            if (!holds.orElse(true)) {
                String why =
                        values.holds(Optional.empty()).orElse(true) ? CONDITION : "a job that it needs did not succeed";
                progress.jobSkipped(job.id(), why);
                return ended(job, Result.SKIPPED, why, caller.certain());
            }
            if (holds.isEmpty()) {
                uncertain.add(job.id());
            }
            Caller here = new Caller(caller.name(), caller.certain() && holds.isPresent(), caller.depth());
            return job instanceof StepsJob steps
                    ? new JobWalk(workflow, steps, known, executor, selection, progress, here).run()
                    : call((CallJob) job, values, here);
        } catch (EvaluationFailure failure) {
            progress.jobSkipped(job.id(), failure.reason());
            return ended(job, Result.FAILURE, failure.reason(), caller.certain());
        }
    }

    private static JobRun ended(Job job, Result result, String message, boolean certain) {
        return new JobRun(job.id(), job.neededIds(), result, message, certain, List.of(), List.of(), Map.of());
    }

    private Data needs(Job job) {
        Map<String, Data> needs = new LinkedHashMap<>();
        for (Job needed : job.needs()) {
            JobRun run = Optional.ofNullable(done.get(needed.id())).orElseThrow();
            needs.put(
                    needed.id(), Data.of(Map.of("result", Data.of(run.result().toString()), "outputs", outputs(run))));
        }
        return Data.of(needs);
    }

    private Data outputs(JobRun run) {
        return new Data.Dict(run.outputs(), executor.complete() || run.result() == Result.SKIPPED);
    }

    /** What a job asks about those before it, near and far. Whether those that may be skipped succeed is open. */
    private Map<String, Function<List<Data>, Data>> status(Job job) {
        Set<String> earlier = earlier(job, new LinkedHashSet<>());
        Set<Result> before = new LinkedHashSet<>();
        earlier.forEach(
                id -> before.add(Optional.ofNullable(done.get(id)).orElseThrow().result()));
        boolean success = before.stream().allMatch(result -> result == Result.SUCCESS);
        boolean open = success && earlier.stream().anyMatch(uncertain::contains);
        Data answer = open ? new Data.Open(new Expression.Call("success", List.of())) : Data.of(success);
        return Map.of(
                "success", arguments -> answer,
                "failure", arguments -> Data.of(before.contains(Result.FAILURE)),
                "cancelled", arguments -> Data.of(before.contains(Result.CANCELLED)),
                "always", arguments -> Data.TRUE);
    }

    private static Set<String> earlier(Job job, Set<String> ids) {
        for (Job needed : job.needs()) {
            if (ids.add(needed.id())) {
                earlier(needed, ids);
            }
        }
        return ids;
    }

    private JobRun call(CallJob job, Values values, Caller here) {
        String path = job.workflow().name().replaceFirst("^(\\./|\\$/)", "");
        Optional<CalledWorkflow> called =
                caller.depth() + 1 < DEEPEST ? executor.workflow(path).map(CalledWorkflow::new) : Optional.empty();
        if (called.isEmpty() && !executor.complete()) {
            uncertain.add(job.id());
            return ended(
                    job,
                    Result.SUCCESS,
                    "only GitHub has the workflow '" + job.workflow().source() + "'",
                    here.certain());
        }
        if (called.isEmpty()) {
            String why = caller.depth() + 1 < DEEPEST
                    ? "the workflow '" + job.workflow().source() + "' cannot be read here"
                    : "workflows call each other in more than " + DEEPEST + " levels";
            progress.jobSkipped(job.id(), why);
            return ended(job, Result.FAILURE, why, here.certain());
        }
        boolean failFast = StrategyRow.failFast(job.strategy(), values);
        List<JobRun> runs = new ArrayList<>();
        Map<String, Data> outputs = new LinkedHashMap<>();
        Result result = Result.SUCCESS;
        for (StrategyRow row : StrategyRow.of(job.strategy(), values)) {
            if (result == Result.FAILURE && failFast) {
                return new JobRun(
                        job.id(),
                        job.neededIds(),
                        result,
                        "another row failed",
                        here.certain(),
                        List.of(),
                        runs,
                        outputs);
            }
            Values own = new Values(row.in(values.contexts()));
            Contexts inner = called.get().contexts(job, base, own);
            Caller deeper = new Caller(
                    here.name() + row.name(job, own) + " / ", here.certain() && row.certain(), here.depth() + 1);
            List<JobRun> inside =
                    new Walk(called.get().workflow(), inner, executor, Selection.ALL, progress, deeper).run();
            runs.addAll(inside);
            outputs.putAll(called.get().outputs(inner, inside));
            for (JobRun run : inside) {
                result = result.with(run.result());
            }
        }
        return new JobRun(job.id(), job.neededIds(), result, "", here.certain(), List.of(), runs, outputs);
    }

    /** What the inputs of a workflow are where nobody fills them in. */
    public static Map<String, Data> defaults(Map<String, Input> inputs) {
        Map<String, Data> values = new LinkedHashMap<>();
        inputs.forEach((name, input) -> {
            Value empty = input.type().equals("boolean") ? Value.of(false) : Value.of("");
            values.put(name, new Values(Contexts.NOTHING).of(input.fallback().orElse(empty)));
        });
        return values;
    }
}
