package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Uses;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A job that makes a release or adds to one, by a step or by a workflow that it calls.
 *
 * @param id its key in the workflow
 * @param calls the file of the workflow of the repository that it calls
 * @param means the actions or commands that do it
 * @param steps the places of all its steps
 * @param stays whether pushes to branches or pull requests run it as well, for something else than the release
 * @param needing the jobs that need it for something else than a release
 */
public record ReleasingJob(
        String id,
        Optional<String> calls,
        List<Fact<String>> means,
        List<String> steps,
        boolean stays,
        List<String> needing) {
    public ReleasingJob {
        means = List.copyOf(means);
        steps = List.copyOf(steps);
        needing = List.copyOf(needing);
    }

    /** All of a workflow, in its order. */
    static List<ReleasingJob> of(ExistingWorkflow workflow) {
        List<Job> jobs = workflow.run().workflow().jobs();
        Set<String> all = jobs.stream()
                .filter(job -> rows(job, workflow).anyMatch(ReleaseStep::isIn))
                .map(Job::id)
                .collect(Collectors.toSet());
        return jobs.stream()
                .filter(job -> all.contains(job.id()))
                .map(job -> new ReleasingJob(
                        job.id(),
                        called(job),
                        rows(job, workflow)
                                .flatMap(ReleasingJob::means)
                                .distinct()
                                .toList(),
                        rows(job, workflow)
                                .flatMap(row -> row.steps().stream())
                                .map(step -> step.place())
                                .distinct()
                                .toList(),
                        workflow.looksAtChanges() && !asksForRelease(job) && hasOther(job, workflow),
                        jobs.stream()
                                .filter(other -> !all.contains(other.id()))
                                .filter(other -> other.needs().stream()
                                        .anyMatch(needed -> needed.id().equals(job.id())))
                                .map(Job::id)
                                .toList()))
                .toList();
    }

    /** Whether its condition may keep pushes to branches out; one that only looks at messages of commits does not. */
    private static boolean asksForRelease(Job job) {
        return job.condition().stream()
                .map(Expr::source)
                .anyMatch(text -> Stream.of("tag", "release", "event_name", "github.ref", "inputs", "needs.")
                        .anyMatch(text::contains));
    }

    /** Whether each of its steps that release has a condition: without one, it would release at each push. */
    private static boolean hasOther(Job job, ExistingWorkflow workflow) {
        Set<String> actions = rows(job, workflow)
                .flatMap(row -> row.steps().stream())
                .filter(step -> ReleaseStep.of(step).isPresent())
                .map(DryStep::action)
                .collect(Collectors.toSet());
        return job instanceof StepsJob some
                && some.steps().stream()
                        .filter(step -> step instanceof Uses uses
                                && actions.contains(uses.action().name()))
                        .allMatch(step -> step.common().condition().isPresent())
                && !actions.contains("");
    }

    private static Stream<Fact<String>> means(DryRow row) {
        return row.steps().stream()
                .flatMap(step -> ReleaseStep.of(step).map(found -> new Fact<>(found, step.place())).stream());
    }

    /** What a dry run comes to in it; a called workflow is known by its file. */
    private static Stream<DryRow> rows(Job job, ExistingWorkflow workflow) {
        String file = called(job).orElse(workflow.file());
        boolean calls = job instanceof CallJob;
        return workflow.jobs().stream()
                .filter(row -> row.place().startsWith(file + ":"))
                .filter(row -> calls ? called(job).isPresent() : row.id().equals(job.id()));
    }

    private static Optional<String> called(Job job) {
        return Optional.of(job)
                .filter(CallJob.class::isInstance)
                .map(call -> ((CallJob) call).workflow().name())
                .filter(name -> name.startsWith("./") || name.startsWith("$/"))
                .map(name -> name.substring(2));
    }
}
