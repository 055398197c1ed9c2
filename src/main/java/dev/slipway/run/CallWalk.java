package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Permissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Goes through a workflow that a job calls, once for each row of the job.
 *
 * @param path where the workflow is
 * @param base what is known in every workflow of the run
 * @param here where the job is, and whether it is known that it runs
 */
record CallWalk(
        CallJob job,
        String path,
        CalledWorkflow called,
        Contexts base,
        Optional<Permissions> permissions,
        Executor executor,
        Selection selection,
        Progress progress,
        Walk.Caller here) {
    JobRun run(Values values) {
        boolean failFast = StrategyRow.failFast(job.strategy(), values);
        List<JobRun> runs = new ArrayList<>();
        Map<String, Data> outputs = new LinkedHashMap<>();
        Result result = Result.SUCCESS;
        String message = "--row selects none of its rows";
        for (StrategyRow row : StrategyRow.of(job.strategy(), values)) {
            Values own = new Values(row.in(values.contexts()));
            String name = row.name(job, own);
            if (!selection.has(name, row.matrix())) {
                continue;
            }
            if (result == Result.FAILURE && failFast) {
                message = "another row failed";
                break;
            }
            message = "";
            Contexts inner = called.contexts(job, base, own);
            Walk.Caller deeper = new Walk.Caller(
                    here.name() + name + " / ",
                    permissions,
                    here.certain() && row.certain(),
                    Stream.concat(here.paths().stream(), Stream.of(path)).toList(),
                    here.calls());
            List<JobRun> inside =
                    new Walk(called.workflow(), inner, executor, selection.called(), progress, deeper).run();
            runs.addAll(inside);
            outputs.putAll(called.outputs(inner, inside, executor.complete()));
            for (JobRun run : inside) {
                result = result.with(run.result());
            }
        }
        if (runs.isEmpty()) {
            progress.jobEnded(here.name() + job.id(), result, message);
        }
        boolean complete = runs.stream().allMatch(JobRun::complete);
        return new JobRun(
                job.id(),
                job.neededIds(),
                permissions,
                result,
                message,
                here.certain(),
                List.of(),
                runs,
                outputs,
                complete);
    }
}
