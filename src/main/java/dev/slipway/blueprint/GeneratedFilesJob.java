package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.SharedJob;
import dev.slipway.toolchain.CiSetting;

/** The job that compares the generated files with the config, with the Slipway that wrote them. */
final class GeneratedFilesJob {
    private GeneratedFilesJob() {}

    static JobBuilder of(CiSetting setting, Header header) {
        InstalledSlipway slipway = new InstalledSlipway(header);
        return Job.named(SharedJob.GENERATED_FILES.word())
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Generated files are up to date")
                .permissions(CiSetting.READ)
                .timeoutMinutes(5)
                .add(withBase(setting.checkout()))
                .add(slipway.install())
                .add(Run.script("Check the generated files", slipway.command() + " check --format github"));
    }

    private static Uses withBase(Uses checkout) {
        return checkout.inputs().containsKey("fetch-depth")
                ? checkout
                : checkout.with("fetch-depth", Value.of(2))
                        .comment("Includes the commit that a pull request is compared with.");
    }
}
