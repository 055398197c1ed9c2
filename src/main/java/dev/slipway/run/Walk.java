package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes through a workflow as GitHub does: jobs in the order of their needs, the rows of their matrices, their steps. What a
 * step gives, it asks an executor.
 */
public final class Walk {
    /** GitHub lets workflows call each other no deeper. */
    private static final int DEEPEST = 10;

    private final Workflow workflow;
    private final Contexts base;
    private final Executor executor;
    private final Selection selection;
    private final Progress progress;
    private final int depth;
    private final Map<String, JobRun> done = new LinkedHashMap<>();

    /** @param base the contexts of the run: {@code github}, {@code inputs}, {@code vars} and {@code secrets} */
    public Walk(Workflow workflow, Contexts base, Executor executor, Selection selection, Progress progress) {
        this(workflow, base, executor, selection, progress, 0);
    }

    private Walk(
            Workflow workflow, Contexts base, Executor executor, Selection selection, Progress progress, int depth) {
        this.workflow = workflow;
        this.base = base;
        this.executor = executor;
        this.selection = selection;
        this.progress = progress;
        this.depth = depth;
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
            if (!values.holds(job.condition()).orElse(true)) {
                String why = job.condition().isPresent()
                        ? "its condition does not hold"
                        : "a job that it needs did not succeed";
                progress.jobSkipped(job.id(), why);
                return ended(job, Result.SKIPPED, why);
            }
            return job instanceof StepsJob steps
                    ? new JobWalk(workflow, steps, known, executor, selection, progress).run()
                    : call((CallJob) job, values);
        } catch (EvaluationFailure failure) {
            progress.jobSkipped(job.id(), failure.reason());
            return ended(job, Result.FAILURE, failure.reason());
        }
    }

    private static JobRun ended(Job job, Result result, String message) {
        return new JobRun(job.id(), job.neededIds(), result, message, List.of(), List.of(), Map.of());
    }

    private Data needs(Job job) {
        Map<String, Data> needs = new LinkedHashMap<>();
        for (Job needed : job.needs()) {
            JobRun run = Optional.ofNullable(done.get(needed.id())).orElseThrow();
            needs.put(
                    needed.id(),
                    Data.of(Map.of("result", Data.of(run.result().toString()), "outputs", Data.of(run.outputs()))));
        }
        return Data.of(needs);
    }

    /** What a job asks about those before it, near and far. */
    private Map<String, java.util.function.Function<List<Data>, Data>> status(Job job) {
        Set<Result> before = new LinkedHashSet<>();
        earlier(job, new LinkedHashSet<>())
                .forEach(id -> before.add(
                        Optional.ofNullable(done.get(id)).orElseThrow().result()));
        boolean success = before.stream().allMatch(result -> result == Result.SUCCESS);
        return Map.of(
                "success", arguments -> Data.of(success),
                "failure", arguments -> Data.of(before.contains(Result.FAILURE)),
                "cancelled", arguments -> Data.FALSE,
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

    private JobRun call(CallJob job, Values values) {
        String path = job.workflow().name().replaceFirst("^(\\./|\\$/)", "");
        Optional<Workflow> called = depth < DEEPEST ? executor.workflow(path) : Optional.empty();
        if (called.isEmpty()) {
            String why = "the workflow '" + job.workflow().source() + "' cannot be read here";
            progress.jobSkipped(job.id(), why);
            return ended(job, Result.FAILURE, why);
        }
        List<JobRun> runs = new ArrayList<>();
        Map<String, Data> outputs = new LinkedHashMap<>();
        List<Map<String, Data>> rows = JobWalk.rows(job.strategy(), values);
        for (Map<String, Data> row : rows) {
            Values own = new Values(values.contexts().with("matrix", Data.of(row)));
            Contexts inner = base.with("inputs", inputs(called.get(), job, own)).with("secrets", secrets(job, own));
            List<JobRun> inside = new Walk(called.get(), inner, executor, Selection.ALL, progress, depth + 1).run();
            runs.addAll(inside);
            outputs.putAll(outputs(called.get(), inner, inside));
        }
        Result result = runs.stream().anyMatch(run -> run.result() == Result.FAILURE) ? Result.FAILURE : Result.SUCCESS;
        return new JobRun(job.id(), job.neededIds(), result, "", List.of(), runs, outputs);
    }

    private static Data inputs(Workflow called, CallJob job, Values values) {
        Map<String, Data> inputs = new LinkedHashMap<>();
        calls(called).forEach(call -> inputs.putAll(defaults(call.inputs())));
        inputs.putAll(values.each(job.inputs()));
        return Data.of(inputs);
    }

    /** What inputs are where nobody fills them in. */
    static Map<String, Data> defaults(Map<String, Input> inputs) {
        Map<String, Data> values = new LinkedHashMap<>();
        inputs.forEach((name, input) -> {
            Value empty = input.type().equals("boolean") ? Value.of(false) : Value.of("");
            values.put(name, new Values(Contexts.NOTHING).of(input.fallback().orElse(empty)));
        });
        return values;
    }

    private static Data secrets(CallJob job, Values values) {
        Data all = values.contexts().values().getOrDefault("secrets", Data.of(Map.of()));
        if (job.inheritSecrets() || !(all instanceof Data.Dict dictionary)) {
            return all;
        }
        Map<String, Data> passed = new LinkedHashMap<>(values.each(job.secrets()));
        dictionary.get("GITHUB_TOKEN").ifPresent(token -> passed.put("GITHUB_TOKEN", token));
        return Data.of(passed);
    }

    private static List<WorkflowCall> calls(Workflow called) {
        return called.on().stream()
                .filter(WorkflowCall.class::isInstance)
                .map(WorkflowCall.class::cast)
                .toList();
    }

    private static Map<String, Data> outputs(Workflow called, Contexts inner, List<JobRun> inside) {
        Map<String, Data> jobs = inside.stream()
                .collect(Collectors.toMap(
                        JobRun::id, run -> Data.of(Map.of("outputs", Data.of(run.outputs()))), (one, other) -> other));
        Values values = new Values(inner.with("jobs", Data.of(jobs)));
        Map<String, Data> outputs = new LinkedHashMap<>();
        calls(called)
                .forEach(call ->
                        call.outputs().forEach((name, output) -> outputs.put(name, values.of(output.value()))));
        return outputs;
    }
}
