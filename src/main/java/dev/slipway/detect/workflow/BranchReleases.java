package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Takeover;
import java.util.List;
import java.util.stream.Collectors;

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
                .flatMap(skipped -> skipped.steps().stream())
                .flatMap(step -> ReleaseStep.of(step)
                        .map(means -> new Takeover.Open(
                                "releases",
                                "'" + step.place() + "' (" + means + ") also releases at pushes to "
                                        + (branches.isEmpty() ? "a branch" : branches)
                                        + ", which the new release does not: without this workflow, these releases end. Keep"
                                        + " what makes them in another workflow"))
                        .stream())
                .limit(1)
                .toList();
    }
}
