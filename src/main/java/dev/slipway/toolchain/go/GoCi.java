package dev.slipway.toolchain.go;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Step;
import dev.slipway.toolchain.CiOffer;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.Scripts;
import java.util.List;

/** The jobs that test every change of a Go project. */
record GoCi(Go go) {
    private static final int SHORT = 15;

    List<CiOffer> offers() {
        return List.of(
                CiOffer.of(
                        "lint",
                        true,
                        setting -> onLinux("lint", "Format and lint", setting)
                                .add(format())
                                .add(vet())),
                CiOffer.of(
                        "fmt",
                        false,
                        setting -> onLinux("fmt", "Format", setting).add(format())),
                CiOffer.of(
                        "vet", false, setting -> onLinux("vet", "Vet", setting).add(vet())),
                CiOffer.of(
                        "test",
                        true,
                        setting -> onEach("test", "Build and test on %s", setting)
                                .add(build())
                                .add(Run.script("Test", "go test -race" + go.tagFlag() + " ./..."))),
                CiOffer.of(
                        "build",
                        false,
                        setting -> onEach("build", "Build on %s", setting).add(build())));
    }

    private static Step format() {
        return Run.script("Check the format", Scripts.read("check-gofmt"));
    }

    private Step vet() {
        return Run.script("Run vet", "go vet" + go.tagFlag() + " ./...");
    }

    private Step build() {
        return Run.script("Build", "go build" + go.buildFlags() + " ./...");
    }

    private JobBuilder onLinux(String id, String name, CiSetting setting) {
        return Job.named(id)
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name(name)
                .permissions(CiSetting.READ)
                .timeoutMinutes(SHORT)
                .addAll(setting.start())
                .addAll(go.ciSetup(setting));
    }

    private JobBuilder onEach(String id, String name, CiSetting setting) {
        return setting.onEach(id, name).addAll(go.ciSetup(setting));
    }
}
