package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import org.junit.jupiter.api.Test;

/** Which builds one job makes, and what the jobs are called. */
class BuildGroupTest {
    private static final String RUST = "name: otto\nrepository: otto-rs/otto\nrust: {}\n";

    private static ReleasePlan plan(String config) {
        return Examples.generate(RUST + config).plan();
    }

    @Test
    void theJobWithTheMostBuildsIsCalledAfterItsSystem() {
        ReleasePlan plan = plan("""
                targets:
                  - { target: linux-amd64, container: "ubuntu:22.04" }
                  - linux-arm64-musl
                  - linux-amd64-musl
                  - macos-arm64
                """);
        assertThat(plan.groups())
                .extracting(BuildGroup::job)
                .containsExactly("build-linux-amd64", "build-linux", "build-macos");
    }

    @Test
    void ofJobsWithAsManyBuildsTheFirstIsCalledAfterItsSystem() {
        ReleasePlan plan = plan("targets: [linux-amd64, { target: linux-arm64, container: 'ubuntu:22.04' }]\n");
        assertThat(plan.groups()).extracting(BuildGroup::job).containsExactly("build-linux", "build-linux-arm64");
    }

    @Test
    void theProgramThatMakesFilesIsBuiltOnItsOwnMachineHoweverTheOthersAre() {
        ReleasePlan plan = plan("""
                targets: [linux-s390x, linux-amd64-musl]
                linux: { build: cross }
                archive: { generate: { otto.1: "{bin} man" } }
                """);
        assertThat(plan.generator().orElseThrow().builds())
                .extracting(build -> build.recipe().how())
                .containsExactly("native");
        assertThat(plan.builds().map(build -> build.recipe().how())).doesNotContain("native");
    }
}
