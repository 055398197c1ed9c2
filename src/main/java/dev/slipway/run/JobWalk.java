package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through the rows of one job. */
final class JobWalk {
    /** GitHub's limit where a job has none of its own. */
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
        List<StrategyRow> rows = StrategyRow.of(job.strategy(), values);
        boolean failFast = StrategyRow.failFast(job.strategy(), values);
        List<JobRun.Row> runs = new ArrayList<>();
        Map<String, Data> outputs = new LinkedHashMap<>();
        Result result = Result.SUCCESS;
        boolean complete = true;
        for (int i = 0; i < rows.size(); i++) {
            Contexts here = rows.get(i).in(known);
            RowSetup setup = setup(rows.get(i), i, new Values(here));
            boolean certain = caller.certain() && rows.get(i).certain();
            if (!selection.has(setup.name(), setup.matrix())) {
                continue;
            }
            Optional<String> elsewhere = executor.leavesOut(setup);
            if (elsewhere.isPresent()) {
                complete = false;
                runs.add(notRun(setup, Result.SKIPPED, elsewhere.get(), certain));
                continue;
            }
            if (result == Result.FAILURE && failFast) {
                runs.add(notRun(setup, Result.CANCELLED, "another row failed", certain));
                continue;
            }
            JobRun.Row run = row(setup, here, certain, outputs);
            runs.add(run);
            complete &= run.result() != Result.SKIPPED;
            boolean forgiven = run.result() == Result.FAILURE && forgives(new Values(here));
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

    private JobRun.Row notRun(RowSetup setup, Result result, String message, boolean certain) {
        progress.jobEnded(job.id() + "  " + setup.name(), result, message);
        return ended(setup, result, message, certain);
    }

    private Optional<Permissions> permissions() {
        return job.permissions().or(workflow::permissions).or(caller::permissions);
    }

    private boolean forgives(Values values) {
        return values.flag(job.continueOnError(), false);
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
                job.container()
                        .map(container -> container(container, values))
                        .filter(it -> !it.image().isEmpty()),
                permissions(),
                values.minutes(job.timeoutMinutes()).orElse(MINUTES));
    }

    /** One label may be an expression that gives a list of them. */
    private List<String> labels(Values values) {
        List<String> labels = new ArrayList<>();
        for (Text label : job.runsOn().labels()) {
            Data value = values.of(label);
            if (value instanceof Data.Arr list) {
                list.items().forEach(item -> labels.add(item.text()));
            } else {
                labels.add(value.text());
            }
        }
        return labels;
    }

    private static RowSetup.JobContainer container(Container container, Values values) {
        return new RowSetup.JobContainer(
                values.text(container.image()).replaceFirst("^docker://", ""),
                values.texts(container.env()),
                container.volumes().stream().map(values::text).toList(),
                container.options().map(values::text).orElse(""));
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
            job.outputs().forEach((name, text) -> after.output(text).ifPresent(value -> outputs.put(name, value)));
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
