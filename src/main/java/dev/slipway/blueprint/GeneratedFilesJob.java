package dev.slipway.blueprint;

import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Run;
import dev.slipway.plan.Paths;
import dev.slipway.plan.SharedJob;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.Scripts;

/** The job that compares the generated files with the config, with the Slipway that wrote them. */
final class GeneratedFilesJob {
    private static final String SLIPWAY = "slipway-dev/slipway";

    private GeneratedFilesJob() {}

    static JobBuilder of(CiSetting setting, Header header) {
        String config = header.config().equals(Paths.CONFIG) ? "" : " --config " + quoted(header.config());
        return Job.named(SharedJob.GENERATED_FILES.word())
                .name("Generated files are current")
                .permissions(CiSetting.READ)
                .timeoutMinutes(5)
                .add(setting.checkout())
                .add(Run.script("Install Slipway", Scripts.read("install-slipway"))
                        .env("GH_TOKEN", Github.TOKEN)
                        .env("GH_REPO", SLIPWAY)
                        .env("VERSION", header.version()))
                .add(Run.script("Check the generated files", "slipway" + config + " check --format github"));
    }

    /** The path as one word of a shell: a config whose path has a quote is refused. */
    private static String quoted(String path) {
        return path.matches("[0-9A-Za-z._/-]+") ? path : "'" + path + "'";
    }
}
