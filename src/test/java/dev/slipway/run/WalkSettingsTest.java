package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a job says of its machine, its permissions and its limits. */
class WalkSettingsTest {
    private static final RowSetup.JobContainer NO_CONTAINER = new RowSetup.JobContainer("", Map.of(), List.of(), "");

    private final Recorder recorder = new Recorder();

    @Test
    void aRowThatCannotStartFails() {
        recorder.cannotOpen("a (2)");
        List<JobRun> runs = recorder.walk(Recorder.jobs(
                "a: {runs-on: x, strategy: {fail-fast: false, matrix: {n: [1, 2]}}, steps: [{name: a, run: x}]}"));
        assertThat(runs.get(0).result()).isEqualTo(Result.FAILURE);
        assertThat(runs.get(0).rows().get(1).message()).isEqualTo("there is no such machine");
        assertThat(recorder.ran()).containsExactly("a");
    }

    @Test
    void aRowIsAskedForWithWhatTheJobSaysOfIt() {
        recorder.walk(Recorder.read("""
                on: push
                permissions: {contents: read}
                jobs:
                  a:
                    runs-on: ${{ matrix.runner }}
                    timeout-minutes: ${{ fromJSON('7') }}
                    container: {image: "docker://debian:${{ matrix.n }}", env: {A: 1}, options: --init}
                    strategy: {matrix: {n: [12], runner: [["self-hosted", "x64"]]}}
                    steps: [run: x]
                  b:
                    runs-on: x
                    container: ${{ matrix.none }}
                    permissions: {packages: write}
                    steps: [run: x]
                """));
        assertThat(recorder.rows.get(0)).satisfies(row -> {
            assertThat(row.name()).isEqualTo("a (12, self-hosted, x64)");
            assertThat(row.runner()).containsExactly("self-hosted", "x64");
            assertThat(row.timeoutMinutes()).isEqualTo(7);
            assertThat(row.container())
                    .contains(new RowSetup.JobContainer("debian:12", Map.of("A", "1"), List.of(), "--init"));
            assertThat(row.permissions().orElseThrow().grants()).hasSize(1);
        });
        assertThat(recorder.rows.get(1)).satisfies(row -> {
            assertThat(row.container()).isEmpty();
            assertThat(row.timeoutMinutes()).isEqualTo(360);
            assertThat(row.permissions().orElseThrow().grants().get(0).scope().name())
                    .isEqualTo("packages");
        });
    }

    @Test
    void aCalledWorkflowThatSaysNothingHasThePermissionsOfTheJobThatCallsIt() {
        recorder.has(".github/workflows/inner.yml", """
                on: workflow_call
                jobs:
                  own: {permissions: {contents: read}, runs-on: x, steps: [{run: x}]}
                  callers: {runs-on: x, steps: [{run: x}]}
                """);
        List<JobRun> runs = recorder.walk(
                Recorder.jobs("call: {permissions: {packages: write}, uses: ./.github/workflows/inner.yml}"));
        assertThat(runs.get(0).called())
                .extracting(run ->
                        run.permissions().orElseThrow().grants().get(0).scope().name())
                .containsExactly("contents", "packages");
        assertThat(recorder.rows.get(1).permissions()).isEqualTo(runs.get(0).permissions());
    }

    @Test
    void minutesAreANumberAndWholeOnesCount() {
        List<JobRun> runs = recorder.walk(Recorder.jobs("""
                a: {runs-on: x, timeout-minutes: 0.5, steps: [{name: a, timeout-minutes: 0.5, run: x}]}
                b:
                  runs-on: x
                  timeout-minutes: "${{ fromJSON('7.9') }}"
                  steps: [{name: b, timeout-minutes: "${{ fromJSON('2') }}", run: x}]
                c: {runs-on: x, env: {M: 5}, steps: [{name: c, timeout-minutes: "${{ env.M }}", run: x}]}
                d: {runs-on: x, timeout-minutes: "${{ github.ref_name }}", steps: [{name: d, run: x}]}
                """));
        assertThat(recorder.rows).extracting(RowSetup::timeoutMinutes).containsExactly(360, 7, 360);
        assertThat(recorder.step("a").timeout()).isEmpty();
        assertThat(recorder.step("b").timeout()).contains(java.time.Duration.ofMinutes(2));
        assertThat(runs.get(2).rows().get(0).steps().get(0).message())
                .isEqualTo("'timeout-minutes' is '5', which is not a number: convert it with fromJSON(…)");
        assertThat(runs.get(3).message()).startsWith("'timeout-minutes' is 'v1.2.3'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "continue-on-error: \"${{ matrix.may }}\"|continue-on-error|''",
                "strategy: {fail-fast: \"${{ github.ref_name }}\", matrix: {n: [1]}}|fail-fast|v1.2.3",
                "strategy: {max-parallel: \"${{ github.ref_name }}\", matrix: {n: [1]}}|max-parallel|v1.2.3"
            })
    void whatIsNoFlagOrNumberFailsTheJobBeforeItStarts(String said, String key, String value) {
        JobRun run = recorder.walk(Recorder.jobs("a:\n  " + said + "\n  runs-on: x\n  steps: [{name: a, run: x}]"))
                .get(0);
        assertThat(run.result()).isEqualTo(Result.FAILURE);
        assertThat(run.message()).startsWith("'" + key + "' is '" + value + "', which is n");
        assertThat(recorder.rows).isEmpty();
    }

    @Test
    void aContainerAndARunnerMayBeOneExpression() {
        recorder.walk(Recorder.jobs("""
                a:
                  runs-on: ${{ matrix.runner }}
                  container: ${{ matrix.box }}
                  strategy:
                    matrix:
                      include:
                        - runner: {group: big, labels: [self-hosted, linux]}
                          box: {image: "docker://debian:12", env: {A: 1}, volumes: ["a:/a"], options: --init}
                        - {runner: {labels: one}, box: {image: ""}}
                        - {runner: x, box: "debian:13"}
                  steps: [run: x]
                """));
        assertThat(recorder.rows)
                .extracting(RowSetup::runner)
                .containsExactly(List.of("self-hosted", "linux"), List.of("one"), List.of("x"));
        assertThat(recorder.rows)
                .extracting(row -> row.container().orElse(NO_CONTAINER))
                .containsExactly(
                        new RowSetup.JobContainer("debian:12", Map.of("A", "1"), List.of("a:/a"), "--init"),
                        NO_CONTAINER,
                        new RowSetup.JobContainer("debian:13", Map.of(), List.of(), ""));
    }
}
