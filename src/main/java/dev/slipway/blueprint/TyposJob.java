package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.plan.SharedJob;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.Tools;

/**
 * The job that looks for spelling mistakes.
 *
 * @see <a href="https://github.com/crate-ci/typos">typos</a>
 */
final class TyposJob {
    private TyposJob() {}

    static JobBuilder of(CiSetting setting) {
        return Job.named(SharedJob.TYPOS.word())
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Spelling")
                .permissions(CiSetting.READ)
                .timeoutMinutes(15)
                .add(setting.checkout())
                .add(Tools.install("typos", setting.actions()))
                .add(Run.script("Check the spelling", "typos"));
    }
}
