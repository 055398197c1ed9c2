package dev.slipway.run.dry;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.JobRun;
import dev.slipway.run.Result;
import dev.slipway.source.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a dry run did not look at: jobs that it does not come to, and what only a real run could tell. */
final class Overlooked {
    private final CalledFiles files;
    private final Set<Skipped> skipped = new LinkedHashSet<>();
    private final Set<Finding> notes = new LinkedHashSet<>();

    private Overlooked(CalledFiles files) {
        this.files = files;
    }

    static Overlooked of(CalledFiles files, Workflow workflow, List<JobRun> runs) {
        Overlooked overlooked = new Overlooked(files);
        overlooked.jobs(workflow, runs);
        return overlooked;
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /** What could not be told, and where. */
    List<Finding> notes() {
        return List.copyOf(notes);
    }

    private void jobs(Workflow workflow, List<JobRun> runs) {
        Map<String, Job> jobs = workflow.jobs().stream().collect(Collectors.toMap(Job::id, job -> job));
        runs.forEach(run -> Optional.ofNullable(jobs.get(run.id())).ifPresent(job -> job(job, run)));
    }

    private void job(Job job, JobRun run) {
        boolean calls = job instanceof CallJob;
        if (run.result() == Result.SKIPPED) {
            skipped.add(new Skipped(job.id(), files.lines().of(job), List.of()));
        } else if (run.called().isEmpty() && (calls || run.rows().isEmpty())) {
            note(job, "was not analyzed: " + run.message());
        }
        run.rows().forEach(row -> row(job, row));
        if (job instanceof CallJob call) {
            files.workflow(call.workflow().name().replaceFirst("^(\\./|\\$/)", ""))
                    .ifPresent(workflow -> jobs(workflow, run.called()));
        }
    }

    private void row(Job job, JobRun.Row row) {
        boolean open = job.strategy().flatMap(strategy -> strategy.matrix()).isPresent() && !row.certain();
        if (open && row.matrix().isEmpty()) {
            note(job, "was analyzed only in part: the rows of its matrix are known only when it runs");
        }
        row.matrix().forEach((axis, value) -> {
            if (value instanceof Data.Open) {
                note(job, "was analyzed only in part: 'matrix." + axis + "' is known only when it runs");
            }
        });
        Stream.concat(Stream.of(row.message()), row.steps().stream().map(JobRun.Step::message))
                .filter(message -> !message.isEmpty())
                .forEach(message -> note(job, "was analyzed only in part: " + message));
    }

    private void note(Job job, String message) {
        files.lines().note(job, "job '" + job.id() + "' " + message).ifPresent(notes::add);
    }
}
