package dev.slipway.blueprint;

import static dev.slipway.blueprint.Drawn.inputs;
import static dev.slipway.blueprint.Drawn.job;
import static dev.slipway.blueprint.Drawn.names;
import static dev.slipway.blueprint.Drawn.permissions;
import static dev.slipway.blueprint.Drawn.plain;
import static dev.slipway.blueprint.Drawn.runners;
import static dev.slipway.blueprint.Drawn.script;
import static dev.slipway.blueprint.Drawn.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tests every change of Otto. */
class OttoCiTest {
    private final Workflow ci = Examples.otto().blueprint().ci().orElseThrow();
    private final StepsJob lint = job(ci, "lint");
    private final StepsJob test = job(ci, "test");

    @Test
    void pushesToMainAndEveryPullRequestStartIt() {
        assertThat(ci.on()).containsExactly(Event.push().branches(List.of("main")), Event.pullRequest());
    }

    @Test
    void itHasTwoJobsThatDoNotWait() {
        assertThat(Drawn.ids(ci.jobs())).containsExactly("lint", "test");
        assertThat(ci.jobs()).allSatisfy(job -> assertThat(job.needs()).isEmpty());
    }

    @Test
    void theFormatAndClippyAreCheckedOnce() {
        assertThat(names(lint))
                .containsExactly("Check out", "Install Rust", "Cache dependencies", "Check the format", "Run Clippy");
        assertThat(runners(lint)).containsExactly("ubuntu-latest");
        assertThat(lint.strategy()).isEmpty();
        assertThat(script(lint, "Install Rust"))
                .isEqualTo(
                        "rustup toolchain install \"$RUSTUP_TOOLCHAIN\" --profile minimal --component clippy,rustfmt");
        assertThat(script(lint, "Check the format")).isEqualTo("cargo fmt --all --check");
        assertThat(script(lint, "Run Clippy")).isEqualTo("cargo clippy -- --deny warnings");
    }

    @Test
    void testsRunOnEachSystemThatTheConfigNames() {
        assertThat(names(test)).containsExactly("Check out", "Install Rust", "Cache dependencies", "Build", "Test");
        assertThat(runners(test)).containsExactly("${{ matrix.os }}");
        assertThat(test.strategy().orElseThrow().matrix().orElseThrow().axes().get("os"))
                .extracting(Drawn::plain)
                .containsExactly("ubuntu-latest", "macos-14");
        assertThat(script(test, "Install Rust"))
                .isEqualTo("rustup toolchain install \"$RUSTUP_TOOLCHAIN\" --profile minimal");
        assertThat(script(test, "Build")).isEqualTo("cargo build --release");
        assertThat(script(test, "Test")).isEqualTo("cargo test");
    }

    @Test
    void theJobsReadTheSourcesWithTheirHistoryAndMayDoNothingElse() {
        assertThat(List.of(lint, test)).allSatisfy(job -> {
            assertThat(permissions(job)).containsExactly("contents: read");
            assertThat(inputs(uses(job, "Check out")))
                    .containsExactly(Map.entry("persist-credentials", "false"), Map.entry("fetch-depth", "0"));
        });
        assertThat(List.of(lint, test))
                .extracting(job -> plain(job.timeoutMinutes().orElseThrow()))
                .containsExactly("15", "60");
    }

    @Test
    void anOlderRunOfAPullRequestIsCancelledAndAnOlderPushIsNot() {
        assertThat(ci.concurrency().orElseThrow().group().source()).isEqualTo("ci-${{ github.ref }}");
        assertThat(plain(ci.concurrency().orElseThrow().cancelInProgress().orElseThrow()))
                .isEqualTo("${{ github.event_name == 'pull_request' }}");
    }

    @Test
    void theCompilerIsTheOneOfTheConfig() {
        assertThat(plain(ci.env())).containsEntry("RUSTUP_TOOLCHAIN", "1.94.0");
    }
}
