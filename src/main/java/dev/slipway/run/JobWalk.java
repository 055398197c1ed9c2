package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.Defaults;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Strategy;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    JobWalk(
            Workflow workflow,
            StepsJob job,
            Contexts known,
            Executor executor,
            Selection selection,
            Progress progress) {
        this.workflow = workflow;
        this.job = job;
        this.known = known;
        this.executor = executor;
        this.selection = selection;
        this.progress = progress;
    }

    /** The rows of a job; one without values where it has no matrix, or only a run can tell them. */
    static List<Map<String, Data>> rows(Optional<Strategy> strategy, Values values) {
        return strategy.flatMap(Strategy::matrix)
                .flatMap(matrix -> MatrixRows.of(matrix, values))
                .orElse(List.of(Map.of()));
    }

    JobRun run() {
        Values values = new Values(known);
        List<Map<String, Data>> rows = rows(job.strategy(), values);
        boolean failFast = values.flag(job.strategy().flatMap(Strategy::failFast), true);
        List<JobRun.Row> runs = new ArrayList<>();
        Map<String, Data> outputs = new LinkedHashMap<>();
        boolean failed = false;
        for (int i = 0; i < rows.size(); i++) {
            Contexts row =
                    known.with("matrix", Data.of(rows.get(i))).with("strategy", strategy(i, rows.size(), failFast));
            RowSetup setup = setup(rows.get(i), i, new Values(row));
            if (!selection.has(setup)) {
                continue;
            }
            if (failed && failFast) {
                runs.add(new JobRun.Row(
                        setup.name(), setup.matrix(), Result.CANCELLED, "another row failed", List.of()));
                continue;
            }
            JobRun.Row run = row(setup, row, outputs);
            runs.add(run);
            failed |= run.result() == Result.FAILURE && !new Values(row).flag(job.continueOnError(), false);
        }
        return new JobRun(
                job.id(), job.neededIds(), failed ? Result.FAILURE : Result.SUCCESS, "", runs, List.of(), outputs);
    }

    private static Data strategy(int index, int total, boolean failFast) {
        return Data.of(Map.of(
                "fail-fast", Data.of(failFast),
                "job-index", Data.of(index),
                "job-total", Data.of(total),
                "max-parallel", Data.of(total)));
    }

    private RowSetup setup(Map<String, Data> matrix, int number, Values values) {
        String listed = matrix.values().stream().map(Data::text).collect(Collectors.joining(", "));
        String usual = job.id() + (listed.isEmpty() ? "" : " (" + listed + ")");
        Data minutes = job.timeoutMinutes().map(values::of).orElse(Data.of(MINUTES));
        return new RowSetup(
                job,
                job.name().map(values::text).orElse(usual),
                number,
                matrix,
                labels(values),
                job.container()
                        .map(container -> container(container, values))
                        .filter(it -> !it.image().isEmpty()),
                job.permissions().or(workflow::permissions),
                minutes.known() && minutes.number() > 0 ? (int) minutes.number() : MINUTES);
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

    private JobRun.Row row(RowSetup setup, Contexts row, Map<String, Data> outputs) {
        progress.rowStarted(setup);
        JobRun.Row run;
        try (Executor.Row place = executor.open(setup)) {
            run = steps(setup, row, place, outputs);
        } catch (Executor.Unavailable unavailable) {
            run = new JobRun.Row(
                    setup.name(), setup.matrix(), Result.FAILURE, String.valueOf(unavailable.getMessage()), List.of());
        } catch (EvaluationFailure failure) {
            run = new JobRun.Row(setup.name(), setup.matrix(), Result.FAILURE, failure.reason(), List.of());
        }
        progress.rowEnded(run);
        return run;
    }

    private JobRun.Row steps(RowSetup setup, Contexts row, Executor.Row place, Map<String, Data> outputs) {
        Contexts here = merged(row, place);
        Map<String, String> env = new LinkedHashMap<>(new Values(here).texts(workflow.env()));
        env.putAll(new Values(here.with("env", StepSetup.outputs(env))).texts(job.env()));
        StepsWalk walk = new StepsWalk(place, here, env, defaults(new Values(here)), progress, 0);
        List<JobRun.Step> steps = walk.run(job.steps());
        Values after = new Values(walk.contexts(here));
        job.outputs().forEach((name, text) -> {
            Data value = after.of(text);
            if (!(value instanceof Data.Str string) || !string.value().isEmpty() || !outputs.containsKey(name)) {
                outputs.put(name, value.known() ? Data.of(value.text()) : value);
            }
        });
        return new JobRun.Row(setup.name(), setup.matrix(), walk.result(), "", steps);
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

    private Optional<Defaults> defaults(Values values) {
        Optional<Text> shell = job.defaults()
                .flatMap(Defaults::shell)
                .or(() -> workflow.defaults().flatMap(Defaults::shell));
        Optional<Text> folder = job.defaults()
                .flatMap(Defaults::workingDirectory)
                .or(() -> workflow.defaults().flatMap(Defaults::workingDirectory));
        return shell.isEmpty() && folder.isEmpty()
                ? Optional.empty()
                : Optional.of(new Defaults(
                        shell.map(text -> Text.of(values.text(text))), folder.map(text -> Text.of(values.text(text)))));
    }
}
