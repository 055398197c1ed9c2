package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.plan.Paths;
import dev.slipway.plan.SharedJob;
import dev.slipway.toolchain.Scripts;
import java.util.List;
import java.util.stream.Collectors;

/** The job that succeeds if all others do: the one check that a branch must require. */
final class GateJob {
    private GateJob() {}

    static Job of(Paths paths, List<Job> jobs, List<Job> skippable) {
        String maySkip = skippable.stream().map(Job::id).collect(Collectors.joining(" "));
        return Job.named(SharedJob.GATE.word())
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name(paths.title(SharedJob.GATE_CHECK))
                .needs(jobs)
                .when(Expr.always())
                .permissions(Permissions.NONE)
                .timeoutMinutes(5)
                .add(Run.script("Check the results", Scripts.read("gate"))
                        .comment("Runs even if a job failed: GitHub counts a skipped required check as passed.")
                        .env("RESULTS", Expr.<String>call("toJSON", Expr.of("needs")))
                        .env("MAY_BE_SKIPPED", maySkip))
                .build();
    }
}
