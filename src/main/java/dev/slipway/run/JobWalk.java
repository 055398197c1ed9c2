package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through the rows of one job. */
final class JobWalk {
    /** GitHub's default time limit of a job. */
    private static final int MINUTES = 360;

    private final Workflow workflow;
    private final StepsJob job;
    private final Contexts known;
    private final Executor executor;
    private final Selection selection;
    private final Progress progress;
    private final Walk.Caller caller;

    /** @param caller where the workflow of the job is called, and whether it is known that the job runs */
    JobWalk(
            Workflow workflow,
            StepsJob job,
            Contexts known,
            Executor executor,
            Selection selection,
            Progress progress,
            Walk.Caller caller) {
        this.workflow = workflow;
        this.job = job;
        this.known = known;
        this.executor = executor;
        this.selection = selection;
        this.progress = progress;
        this.caller = caller;
    }

    JobRun run() {
        Values values = new Values(known);
        List<Prepared> rows = prepared(StrategyRow.of(job.strategy(), values));
        boolean failFast = StrategyRow.failFast(job.strategy(), values);
        List<JobRun.Row> runs = new ArrayList<>();
        Map<String, Data> outputs = new LinkedHashMap<>();
        Result result = Result.SUCCESS;
        boolean complete = true;
        for (Prepared row : rows) {
            RowSetup setup = row.setup();
            if (!selection.has(setup.name(), setup.matrix())) {
                continue;
            }
            Optional<String> elsewhere = executor.leavesOut(setup);
            if (elsewhere.isPresent()) {
                complete = false;
                runs.add(notRun(setup, Result.SKIPPED, elsewhere.get(), row.certain()));
                continue;
            }
            if (result == Result.FAILURE && failFast) {
                runs.add(notRun(setup, Result.CANCELLED, "another row failed", row.certain()));
                continue;
            }
            JobRun.Row run = row(setup, row.contexts(), row.certain(), outputs);
            runs.add(run);
            complete &= run.result() != Result.SKIPPED;
            boolean forgiven = run.result() == Result.FAILURE && row.mayFail();
            result = forgiven ? result : result.with(run.result());
        }
        String message = "";
        if (runs.isEmpty()) {
            message = "--row selects none of its rows";
            progress.jobEnded(caller.name() + job.id(), result, message);
        } else if (runs.stream().allMatch(run -> run.result() == Result.SKIPPED)) {
            result = Result.SKIPPED;
        }
        return new JobRun(
                job.id(),
                job.neededIds(),
                permissions(),
                result,
                message,
                caller.certain(),
                runs,
                List.of(),
                outputs,
                complete);
    }

    /**
     * A row, with everything that is asked of it before any row runs.
     *
     * @param mayFail whether its failure does not count
     */
    private record Prepared(RowSetup setup, Contexts contexts, boolean certain, boolean mayFail) {}

    private List<Prepared> prepared(List<StrategyRow> rows) {
        List<Prepared> all = new ArrayList<>();
        for (StrategyRow row : rows) {
            Contexts here = row.in(known);
            Values values = new Values(here);
            all.add(new Prepared(
                    setup(row, all.size(), values),
                    here,
                    caller.certain() && row.certain(),
                    values.flag("continue-on-error", job.continueOnError(), false)));
        }
        return all;
    }

    private JobRun.Row notRun(RowSetup setup, Result result, String message, boolean certain) {
        progress.jobEnded(job.id() + "  " + setup.name(), result, message);
        return ended(setup, result, message, certain);
    }

    private Optional<Permissions> permissions() {
        return job.permissions().or(workflow::permissions).or(caller::permissions);
    }

    private static JobRun.Row ended(RowSetup setup, Result result, String message, boolean certain) {
        return new JobRun.Row(setup.name(), setup.matrix(), result, message, List.of(), certain);
    }

    private RowSetup setup(StrategyRow row, int number, Values values) {
        return new RowSetup(
                job,
                caller.name() + row.name(job, values),
                number,
                row.matrix(),
                labels(values),
                RowContainer.of(job, values),
                permissions(),
                values.minutes(job.timeoutMinutes()).orElse(MINUTES));
    }

    /** One label may be an expression that gives several: a list of them, or a mapping that has one. */
    private List<String> labels(Values values) {
        return job.runsOn().labels().stream()
                .map(values::of)
                .flatMap(JobWalk::labels)
                .toList();
    }

    private static Stream<String> labels(Data value) {
        if (value instanceof Data.Dict group) {
            return group.get("labels").stream().flatMap(JobWalk::labels);
        }
        return value instanceof Data.Arr list ? list.items().stream().map(Data::text) : Stream.of(value.text());
    }

    private JobRun.Row row(RowSetup setup, Contexts row, boolean certain, Map<String, Data> outputs) {
        progress.rowStarted(setup);
        JobRun.Row run;
        try (Executor.Row place = executor.open(setup)) {
            run = counted(steps(setup, row, place, certain, outputs), place.leftOut());
        } catch (Executor.Unavailable unavailable) {
            run = ended(setup, Result.FAILURE, String.valueOf(unavailable.getMessage()), certain);
        } catch (EvaluationFailure failure) {
            run = ended(setup, Result.FAILURE, failure.reason(), certain);
        }
        progress.rowEnded(run);
        return run;
    }

    private static JobRun.Row counted(JobRun.Row run, Optional<String> leftOut) {
        return leftOut.filter(why -> run.result() == Result.SUCCESS)
                .map(why -> new JobRun.Row(run.name(), run.matrix(), Result.SKIPPED, why, run.steps(), run.certain()))
                .orElse(run);
    }

    private JobRun.Row steps(
            RowSetup setup, Contexts row, Executor.Row place, boolean certain, Map<String, Data> outputs) {
        Contexts here = merged(row, place);
        Map<String, Data> env = new LinkedHashMap<>(new Values(here).variables(workflow.env()));
        env.putAll(new Values(here.with("env", Data.of(env))).variables(job.env()));
        Values atStart = new Values(here.with("env", Data.of(env)));
        Enclosing around = Enclosing.job(certain, executor.complete());
        StepsWalk walk = new StepsWalk(place, here, env, defaults(atStart), progress, around);
        List<JobRun.Step> steps = walk.run(job.steps());
        Values after = walk.atEnd();
        Result result = walk.result();
        String message = "";
        try {
            Map<String, Data> given = new LinkedHashMap<>();
            job.outputs().forEach((name, text) -> after.output(text).ifPresent(value -> given.put(name, value)));
            outputs.putAll(given);
        } catch (EvaluationFailure failure) {
            result = Result.FAILURE;
            message = "an output has no value: " + failure.reason();
        }
        return new JobRun.Row(setup.name(), setup.matrix(), result, message, steps, certain);
    }

    /** What the place knows of {@code github} comes to what is known of it already. */
    private static Contexts merged(Contexts row, Executor.Row place) {
        Contexts all = row;
        for (Map.Entry<String, Data> context : place.contexts().entrySet()) {
            Data before = row.values().get(context.getKey());
            if (before instanceof Data.Dict old && context.getValue() instanceof Data.Dict added) {
                Map<String, Data> both = new LinkedHashMap<>(old.values());
                both.putAll(added.values());
                all = all.with(context.getKey(), new Data.Dict(both, old.complete()));
            } else {
                all = all.with(context.getKey(), context.getValue());
            }
        }
        return all;
    }

    /** Those of the job take the place of the workflow's as a whole: the runner does not mix them. */
    private StepsWalk.RunDefaults defaults(Values values) {
        return job.defaults()
                .or(workflow::defaults)
                .map(defaults -> new StepsWalk.RunDefaults(
                        defaults.shell().map(values::text).filter(shell -> !shell.isEmpty()),
                        defaults.workingDirectory().map(values::text)))
                .orElse(StepsWalk.RunDefaults.NONE);
    }
}
