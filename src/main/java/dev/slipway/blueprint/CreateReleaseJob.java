package dev.slipway.blueprint;

import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Sums;
import dev.slipway.toolchain.Scripts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one job that publishes: nothing is visible before every file is there. */
final class CreateReleaseJob {
    private CreateReleaseJob() {}

    static StepsJob of(ReleasePlan plan, List<Job> builds) {
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
        Map<String, Text> tag = Steps.tagValues(job, plan);
        job.add(checkAssets(plan, tag));
        checksums(plan.checksums()).ifPresent(script -> job.add(Run.script("Compute checksums", Scripts.read(script))));
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

    /** What is experimental may be missing, but not without a word. */
    private static Run checkAssets(ReleasePlan plan, Map<String, Text> tag) {
        Text experimental = names(plan, tag, true);
        String check = Scripts.read("check-assets");
        if (experimental.parts().isEmpty()) {
            return Run.script("Check that no archive is missing", check).env("EXPECTED", names(plan, tag, false));
        }
        return Run.script("Check that no archive is missing", Scripts.read("experimental-assets") + "\n" + check)
                .env("EXPECTED", names(plan, tag, false))
                .env("EXPERIMENTAL", experimental);
    }

    private static Optional<String> checksums(Sums sums) {
        if (!sums.any()) {
            return Optional.empty();
        }
        String script = sums.perFile() ? "checksums" : "checksums-combined";
        return Optional.of(sums.perFile() && sums.combined() ? "checksums-both" : script);
    }

    private static Text names(ReleasePlan plan, Map<String, Text> tag, boolean experimental) {
        return Text.lines(plan.builds()
                .filter(build -> build.own().experimental() == experimental)
                .map(build -> Steps.name(build.archive().tokens(), tag))
                .toList());
    }
}
