package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Uses;
import dev.slipway.run.dry.DryStep;
import dev.slipway.run.dry.Skipped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Releases that a workflow for tags also makes when a branch is pushed, by steps that a tag skips. */
final class BranchReleases {
    private BranchReleases() {}

    /** What to say of them, once for a workflow: the new release makes none, and the workflow goes. */
    static List<Takeover.Open> of(ExistingWorkflow workflow) {
        if (!workflow.run().pushesBranches() || workflow.early()) {
            return List.of();
        }
        String branches = workflow.branches().stream()
                .limit(3)
                .map(branch -> "'" + branch + "'")
                .collect(Collectors.joining(", "));
        return workflow.run().skipped().stream()
                .flatMap(skipped -> Stream.concat(
                        steps(skipped, workflow)
                                .flatMap(step ->
                                        ReleaseStep.of(step)
                                                .map(means -> "'" + step.place() + "' (" + means + ")")
                                                .stream()),
                        whole(skipped, workflow)))
                .map(what -> new Takeover.Open(
                        "releases",
                        what + " may also release at pushes to " + (branches.isEmpty() ? "a branch" : branches)
                                + ", which the new release does not: if so, keep what makes these releases in another"
                                + " workflow"))
                .limit(1)
                .toList();
    }

    /** The steps that a tag skips, and pushes to a branch may come to. */
    static Stream<DryStep> steps(Skipped skipped, ExistingWorkflow workflow) {
        return skipped.steps().stream().filter(step -> mayRun(step, skipped.job(), workflow));
    }

    /** The releases of a job whose own condition keeps a tag out, and asks for what was pushed. */
    private static Stream<String> whole(Skipped skipped, ExistingWorkflow workflow) {
        return workflow.run().workflow().jobs().stream()
                .filter(job -> job.id().equals(skipped.job()) && skipped.steps().isEmpty())
                .filter(job ->
                        AskedTags.asksForPush(job) && !ReleaseConditions.leavesOut(job.condition().stream(), "push"))
                .flatMap(job -> job instanceof StepsJob some ? some.steps().stream() : Stream.of())
                .flatMap(step -> ReleaseStep.written(step).stream())
                .map(means -> "'" + skipped.place() + "' (" + means + ")");
    }

    /** Whether pushes to a branch may come to a step, as far as the conditions of the steps like it show. */
    private static boolean mayRun(DryStep step, String job, ExistingWorkflow workflow) {
        return workflow.run().workflow().jobs().stream()
                .filter(one -> one.id().equals(job) && one instanceof StepsJob)
                .flatMap(one -> ((StepsJob) one).steps().stream())
                .filter(one -> one instanceof Uses uses
                        ? uses.action().name().equals(step.action())
                        : step.action().isEmpty())
                .filter(one -> one.common().condition().isPresent())
                .anyMatch(one -> !ReleaseConditions.leavesOut(one.common().condition().stream(), "push"));
    }
}
