package dev.slipway.blueprint;

import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.List;

/** The job that makes a release visible once everything that belongs to it is there. */
final class PublishReleaseJob {
    private PublishReleaseJob() {}

    static Job of(ReleasePlan plan, Released released, List<Job> parts) {
        List<Job> needs = new ArrayList<>(released.jobs());
        needs.addAll(parts);
        JobBuilder job = Job.named("publish-release")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Publish the release")
                .waitsFor(needs)
                .permissions(Permissions.of(Scope.CONTENTS.write("publish the draft")))
                .timeoutMinutes(15);
        if (plan.release().newestOnly()) {
            job.add(Newest.aside(released.checkoutToMove(plan)));
        }
        Run publish = Run.script("Publish", script(plan))
                .env("GH_TOKEN", Github.TOKEN)
                .env("GH_REPO", Github.REPOSITORY)
                .env("TAG", released.tag());
        return job.add(
                        plan.release().newestOnly()
                                ? publish.env("LATEST", Newest.latest(job, plan, released))
                                : publish)
                .build();
    }

    /** Makes the draft visible. */
    static String script(ReleasePlan plan) {
        String publish = Scripts.read("publish-release");
        return plan.release().newestOnly() ? publish + " --latest=\"$LATEST\"" : publish;
    }
}
