package dev.slipway.blueprint;

import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.ArchiveName;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.List;

/** The one job that publishes: nothing is visible before every file is there. */
final class CreateReleaseJob {
    private CreateReleaseJob() {}

    static Job of(ReleasePlan plan, List<Job> builds) {
        JobBuilder job = Job.named("create-release")
                .name("Create the release")
                .needs(builds)
                .permissions(Permissions.of(Scope.CONTENTS.write("create the release and upload its files")))
                .timeoutMinutes(15);
        job.add(Steps.checkTag(plan));
        job.add(Uses.action("Download the archives", plan.actions().of("actions/download-artifact"))
                .with("pattern", plan.project().name() + "-*")
                .with("path", Steps.DIST)
                .with("merge-multiple", true));
        job.add(Run.script("Check that no archive is missing", Scripts.read("check-assets"))
                .env("EXPECTED", expected(plan)));
        if (plan.checksums()) {
            job.add(Run.script("Compute checksums", Scripts.read("checksums")));
        }
        job.add(Run.script(plan.draft() ? "Create the draft" : "Publish", publish(plan))
                .comment(
                        plan.draft()
                                ? "Somebody looks at the draft and publishes it."
                                : "A draft is filled first, then made visible: nobody downloads half a release.")
                .env("GH_TOKEN", Github.TOKEN)
                .env("GH_REPO", Github.REPOSITORY)
                .env("TAG", Github.REF_NAME)
                .env("TAG_PREFIX", plan.tags().prefix()));
        return job.build();
    }

    private static String publish(ReleasePlan plan) {
        String draft = Scripts.read("draft-release");
        return plan.draft() ? draft : draft + "\n" + Scripts.read("publish-release");
    }

    private static Text expected(ReleasePlan plan) {
        return Text.lines(plan.builds().map(build -> text(build.archive())).toList());
    }

    private static Text text(ArchiveName name) {
        return name.hasTag()
                ? Text.of(name.beforeTag()).plus(Text.of(Github.REF_NAME)).plus(Text.of(name.afterTag()))
                : Text.of(name.beforeTag());
    }
}
