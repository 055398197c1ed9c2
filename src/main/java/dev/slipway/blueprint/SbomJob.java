package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.SbomFormat;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.TagName;

/** The job that lists the components of the programs; it looks at the sources, so it may publish nothing. */
final class SbomJob {
    /** The artifact with the list. */
    static final String ARTIFACT = "components";

    private SbomJob() {}

    static Job of(ReleasePlan plan, SbomFormat format, Released released) {
        Text name = name(plan, format, released);
        String downloads = plan.project().repository().url() + "/releases/download/";
        JobBuilder job = Job.named("sbom")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("List the components")
                .waitsFor(released.jobs())
                .permissions(Permissions.of(Scope.CONTENTS.read("check out the sources")))
                .timeoutMinutes(15);
        job.add(released.checkout(plan, false));
        job.addAll(plan.toolchain()
                .components(
                        plan.project().name(),
                        new TagName(Text.of(released.tag()), plan.tags().prefix()),
                        plan.actions())
                .orElseThrow());
        job.add(Run.script("Write the list as " + format.title(), Scripts.read(script(format)))
                .env("SBOM", name)
                .env(
                        "NAMESPACE",
                        Text.of(downloads)
                                .plus(Text.of(released.tag()))
                                .plus(Text.of("/"))
                                .plus(name)));
        job.add(Uses.action("Upload the list", plan.actions().of("actions/upload-artifact"))
                .with("name", ARTIFACT)
                .with("path", Text.of(Steps.DIST + "/").plus(name))
                .with("if-no-files-found", "error"));
        return job.build();
    }

    /** What the file is called. */
    static Text name(ReleasePlan plan, SbomFormat format, Released released) {
        Text mark = plan.tags().inFolder()
                ? Text.of(plan.tags().mark()).plus(Text.of(released.version()))
                : Text.of(released.tag());
        return Text.of(plan.project().name() + "-").plus(mark).plus(Text.of(format.suffix()));
    }

    private static String script(SbomFormat format) {
        return switch (format) {
            case SPDX -> "sbom-spdx";
            case CYCLONEDX -> "sbom-cyclonedx";
        };
    }
}
