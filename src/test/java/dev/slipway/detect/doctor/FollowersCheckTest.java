package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.doctor.Setup.Image;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A workflow that starts when another one ends stops silently when that one goes. */
class FollowersCheckTest extends WithHealthyCrate {
    private static final String FILE = ".github/workflows/after.yml";
    private static final String OLD = """
            name: Ship it
            on: { push: { tags: ['v*'] } }
            jobs:
              ship:
                runs-on: ubuntu-latest
                steps:
                  - run: gh release create v1
            """;

    private void after(String name, String step) {
        crate.sample.file(
                FILE,
                "on: { workflow_run: { workflows: [" + name + "], types: [completed] } }\n"
                        + "jobs:\n  after:\n    runs-on: ubuntu-latest\n    steps:\n      - run: " + step + "\n");
    }

    private List<Advice> found(String rule) {
        return crate.examine().stream().filter(it -> it.rule().equals(rule)).toList();
    }

    @Test
    void itNoLongerStartsIfTheOldReleaseWorkflowGoes() {
        crate.sample.file(".github/workflows/ship.yml", OLD);
        after("Ship it", "./announce");
        assertThat(found("follower")).singleElement().satisfies(advice -> {
            assertThat(advice.severity()).isEqualTo(Severity.WARNING);
            assertThat(advice.message())
                    .isEqualTo(FILE + " starts after the workflow 'Ship it', but a release no longer runs "
                            + "'.github/workflows/ship.yml'");
            assertThat(advice.help()).contains("replace this name with that of the new workflow, 'Release'");
            assertThat(advice.where()).contains(FoundAt.file(FILE));
        });
    }

    @Test
    void itNeverStartsIfThatOneIsGone() {
        after("Ship it", "./announce");
        assertThat(crate.only("follower").message())
                .isEqualTo(FILE + " starts after the workflow 'Ship it', but no workflow file has this name, so it "
                        + "never starts unless it is the name of a workflow that GitHub itself provides");
    }

    @Test
    void thatOfAnImageWhichTheReleasePushesIsToBeDeleted() {
        crate.image = Optional.of(new Image(List.of("ghcr.io/otto-rs/otto"), "debian:bookworm-slim", List.of()));
        crate.sample.file(".github/workflows/ship.yml", OLD);
        after("Ship it", "docker push ghcr.io/otto-rs/otto:latest");
        assertThat(found("follower").get(0).help())
                .isEqualTo("delete it, for the new release pushes 'ghcr.io/otto-rs/otto'");
        assertThat(found("second-image")).isEmpty();
    }

    @Test
    void oneThatFollowsTheNewReleaseIsFineUnlessItPushesTheSameImage() {
        crate.sample.file(HealthyCrate.RELEASE, OLD.replace("Ship it", "Release"));
        after("Release", "docker push ghcr.io/otto-rs/otto:latest");
        assertThat(crate.examine()).isEmpty();
        crate.image = Optional.of(new Image(List.of("ghcr.io/otto-rs/otto"), "debian:bookworm-slim", List.of()));
        assertThat(crate.only("second-image").message())
                .isEqualTo(FILE
                        + " also pushes 'ghcr.io/otto-rs/otto' after each release; for a tag that both push, the last push decides what "
                        + "people pull");
    }

    @Test
    void oneThatFollowsTheTestsIsNone() {
        crate.sample.file(
                ".github/workflows/ci.yml",
                "name: CI\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: cargo test\n");
        after("CI", "./announce");
        assertThat(crate.examine()).isEmpty();
    }
}
