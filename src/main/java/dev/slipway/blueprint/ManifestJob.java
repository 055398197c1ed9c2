package dev.slipway.blueprint;

import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.ReleasePlan;
import java.util.List;

/**
 * What jobs share that tell others of a release: they have a secret, and use nothing of this repository but its tags and
 * what the job {@code package} made. Prereleases are not for those who look there.
 */
final class ManifestJob {
    private ManifestJob() {}

    static JobBuilder named(String id, String name, ReleasePlan plan, Released released, List<Job> needs) {
        boolean newest = plan.release().newestOnly();
        JobBuilder job = Job.named(id)
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name(name)
                .waitsFor(needs)
                .when(released.isForEverybody())
                .permissions(newest ? Permissions.of(Scope.CONTENTS.read("look for newer versions")) : Permissions.NONE)
                .timeoutMinutes(15);
        plan.release().environment().ifPresent(it -> job.environment(Environment.named(it)));
        if (newest) {
            job.add(Newest.aside(released.checkoutToMove(plan)));
        }
        return job.add(Uses.action("Download the manifests", plan.actions().of("actions/download-artifact"))
                .with("name", PackageJob.MANIFESTS)
                .with("path", PackageJob.MANIFESTS));
    }
}
