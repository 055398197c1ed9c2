package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Generator;
import dev.slipway.render.Renderer;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiPlannerTest {
    private static final String RUST = "repository: a/otto\nrust: {}\n";

    private static Ci ci(String config) {
        return new Generator(Renderer.standard())
                .generate(new SourceText("slipway.yml", config))
                .plan()
                .ci()
                .orElseThrow();
    }

    private static void refused(String config, String message, String help) {
        assertThatThrownBy(() -> ci(config))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidSource.class))
                .extracting(InvalidSource::findings, InstanceOfAssertFactories.list(Finding.class))
                .extracting(finding -> finding.position() + " " + finding.message(), Finding::help)
                .containsExactly(tuple(message, help));
    }

    @Test
    void withoutAWordThereAreTheUsualJobsOfTheToolchainAndNothingElse() {
        assertThat(ci(RUST))
                .isEqualTo(new Ci(
                        new CiTriggers(List.of("main"), List.of(), false, List.of(), List.of()),
                        List.of("ubuntu-latest", "macos-latest"),
                        List.of("lint", "test"),
                        List.of(),
                        Set.of(),
                        List.of(),
                        List.of(),
                        Map.of()));
        assertThat(ci("repository: a/b\nmaven: {}\n").jobs()).containsExactly("test");
    }

    @Test
    void commandsComeBesideTheUsualJobs() {
        Ci ci = ci(RUST + "ci: { commands: { smoke: make smoke } }\n");
        assertThat(ci.jobs()).containsExactly("lint", "test");
        assertThat(ci.commands())
                .containsExactly(new CiCommand("smoke", List.of("make smoke"), List.of("ubuntu-latest"), Map.of()));
    }

    @Test
    void jobsOfTheToolchainKeepTheOrderOfTheConfig() {
        Ci ci = ci(RUST + "ci: { jobs: [gate, docs, typos, clippy] }\n");
        assertThat(ci.jobs()).containsExactly("docs", "clippy");
        assertThat(ci.shared()).containsExactly(SharedJob.TYPOS, SharedJob.GATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jobs: [test, clipy] | 3:20 unknown job 'clipy' | did you mean 'clippy'?",
                "jobs: [gat, test] | 3:14 unknown job 'gat' | did you mean 'gate'?",
                "jobs: [test, rehearsal] | 3:20 unknown job 'rehearsal' | did you mean 'rehearse'?",
                "jobs: [make-coffee] | 3:14 unknown job 'make-coffee' | the jobs are lint, fmt, clippy, test, "
                        + "nextest, build, msrv, docs, deny, audit, coverage, typos, targets, rehearse, "
                        + "generated-files, gate; add commands under 'ci.commands'",
                "jobs: [test, msrv] | 3:20 the job 'msrv' needs the oldest supported Rust version | "
                        + "set it as in Cargo.toml, such as 'rust: { rust-version: 1.85 }'",
                "jobs: gate | 3:13 'gate' has no job to wait for | add a job such as 'test', or remove 'gate'",
                "jobs: [] | 3:13 CI has no job | add a job such as 'test', or write 'ci: false'",
                "paths: src/**, paths-ignore: docs/** | 3:22 'paths' and 'paths-ignore' cannot be combined | keep one "
                        + "of the two: 'paths' already excludes all other files",
                "schedule: 0 25 * * 1 | 3:17 '25' is not a valid hour (0 to 23) | the fields are minute, hour, day of the "
                        + "month, month and day of the week, as in '0 6 * * 1'",
                "schedule: [0 6 * * 1, daily] | 3:29 'daily' has 1 field, not 5 | the fields are minute, hour, day of "
                        + "the month, month and day of the week, as in '0 6 * * 1'",
                "commands: { test: make } | 3:19 duplicate job 'test' | give the command another name, such as 'my-test'",
                "commands: { Gate: make } | 3:19 duplicate job 'Gate' | give the command another name, such as 'my-Gate'",
                "commands: { changes: make } | 3:19 duplicate job 'changes' | give the command another name, such as 'my-changes'",
                "commands: { rehearse: make } | 3:19 duplicate job 'rehearse' | give the command another name, such as 'my-rehearse'",
                "commands: { build-linux: make } | 3:19 duplicate job 'build-linux' | give the command another name, such as 'my-build-linux'",
                "commands: { a: make, A: make } | 3:28 duplicate job 'A' | give the command another name, such as 'my-A'",
            })
    void whatCannotBeIsSaidAtItsPlace(String ci, String message, String help) {
        refused(RUST + "ci: { " + ci + " }\n", message, help);
    }

    @Test
    void aToolchainOffersWhatItHasAndNoMore() {
        refused(
                "repository: a/b\nmaven: {}\nci: { jobs: [clippy] }\n",
                "3:14 unknown job 'clippy'",
                "the jobs are test, typos, targets, rehearse, generated-files, gate; add commands under 'ci.commands'");
    }

    @Test
    void aGateMayWaitForACommandAlone() {
        assertThat(ci(RUST + "ci: { jobs: gate, commands: { smoke: make } }\n").has(SharedJob.GATE))
                .isTrue();
        assertThat(ci(RUST + "ci: { jobs: [], commands: { smoke: make } }\n").jobs())
                .isEmpty();
        assertThat(ci(RUST + "ci: { jobs: [gate, typos] }\n").jobs()).isEmpty();
    }

    @Test
    void aGateHasToBeRequiredByABranch() {
        ReleasePlan plan = new Generator(Renderer.standard())
                .generate(new SourceText("slipway.yml", RUST + "ci: { jobs: [test, gate], merge-queue: true }\n"))
                .plan();
        assertThat(RequiredSetting.of(plan)).last().satisfies(setting -> {
            assertThat(setting.address()).isEqualTo("https://github.com/a/otto/settings/rules");
            assertThat(setting.what()).contains("'All green'", "and a merge queue");
        });
    }
}
