package dev.slipway.blueprint;

import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.plan.Packages;
import dev.slipway.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;

/** The job that publishes packages of the language: last, for what is published there can never be taken back. */
final class RegistryJob {
    private RegistryJob() {}

    static Job of(ReleasePlan plan, Packages.Registered registered, Released released, List<Job> needs) {
        List<Grant> grants = new ArrayList<>();
        grants.add(Scope.CONTENTS.read("check out the sources"));
        if (registered.trusted()) {
            grants.add(Scope.ID_TOKEN.write(
                    "authenticate to " + registered.registry().title()));
        }
        JobBuilder job = Job.named(Packages.REGISTRY)
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Publish to " + registered.registry().title())
                .waitsFor(needs)
                .permissions(Permissions.of(grants.toArray(Grant[]::new)))
                .timeoutMinutes(30);
        plan.release().environment().ifPresent(name -> job.environment(Environment.named(name)));
        job.add(released.checkout(plan, false));
        return registered.registry().publish().apply(job).build();
    }
}
