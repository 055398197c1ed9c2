package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs: their order, their conditions, their rows and what they hand on. */
class WalkTest {
    private static final RowSetup.JobContainer NO_CONTAINER = new RowSetup.JobContainer("", Map.of(), List.of(), "");

    private final Recorder recorder = new Recorder();

    private Map<String, String> results(Workflow workflow) {
        return Recorder.results(recorder.walk(workflow));
    }

    @Test
    void jobsRunAfterThoseThatTheyNeed() {
        recorder.walk(Recorder.jobs("""
                c: {needs: [b, a], runs-on: x, steps: [{name: c, run: x}]}
                b: {needs: a, runs-on: x, steps: [{name: b, run: x}]}
                a: {runs-on: x, steps: [{name: a, run: x}]}
                """));
        assertThat(recorder.ran()).containsExactly("a", "b", "c");
    }

    /** The job {@code bad} fails, {@code off} is skipped; {@code far} needs one that needs them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "good||success",
                "bad||skipped",
                "off||skipped",
                "good|'false'|skipped",
                "good|github.ref_name == 'v1.2.3'|success",
                "bad|github.ref_name == 'v1.2.3'|skipped",
                "bad|always()|success",
                "bad|'!cancelled()'|success",
                "bad|failure()|success",
                "bad|always() && false|skipped",
                "off|failure()|skipped",
                "off|'!failure()'|success",
                "off|always() && needs.off.result == 'skipped'|success",
                "good|success()|success",
                "bad|SUCCESS()|skipped",
                "bad|ALWAYS()|success",
                "bad|cancelled()|skipped",
                "bad|needs.bad.result == 'failure'|skipped",
                "bad|always() && needs.bad.result == 'failure'|success",
                "far||skipped",
                "far|'!cancelled()'|success",
                "far|failure()|success",
                "near||skipped",
                "near|failure()|skipped",
                "near|always() && needs.near.result == 'success'|success",
                "forgiven||success",
                "forgiven|failure()|skipped"
            })
    void aConditionLooksAtTheJobsNearAndFar(String needed, String condition, String result) {
        recorder.fails("bad").fails("forgiven");
        Map<String, String> results =
                results(Recorder.jobs("""
                good: {runs-on: x, steps: [run: x]}
                bad: {runs-on: x, steps: [{name: bad, run: x}]}
                off: {if: false, runs-on: x, steps: [run: x]}
                forgiven: {continue-on-error: true, runs-on: x, steps: [{name: forgiven, run: x}]}
                far: {needs: bad, if: always(), runs-on: x, steps: [run: x]}
                near: {needs: off, if: always(), runs-on: x, steps: [run: x]}
                last:
                  needs: %s
                  %s
                  runs-on: x
                  steps: [run: x]
                """.formatted(needed, condition == null ? "" : "if: \"" + condition + "\"")));
        assertThat(results).containsEntry("last", result);
    }

    @Test
    void aJobThatDoesNotRunSaysWhy() {
        recorder.fails("a");
        List<JobRun> runs = recorder.walk(Recorder.jobs("""
                a: {runs-on: x, steps: [{name: a, run: x}]}
                b: {needs: a, if: github.ref_name != '', runs-on: x, steps: [run: x]}
                c: {if: github.ref_name == '', runs-on: x, steps: [run: x]}
                d: {if: "fromJSON('{')", runs-on: x, steps: [run: x]}
                """));
        assertThat(runs)
                .extracting(JobRun::message)
                .satisfiesExactly(
                        a -> assertThat(a).isEmpty(),
                        b -> assertThat(b).isEqualTo("a job that it needs did not succeed"),
                        c -> assertThat(c).isEqualTo("its condition is false"),
                        d -> assertThat(d).isNotEmpty());
        assertThat(Recorder.results(runs)).containsEntry("d", "failure");
    }

    @Test
    void outputsGoToTheJobsThatNeedThemAsTextUnlessTheyAreEmpty() {
        recorder.gives("a", "version", "1.2.3");
        List<JobRun> runs = recorder.walk(Recorder.jobs("""
                a:
                  runs-on: x
                  outputs:
                    version: ${{ steps.a.outputs.version }}
                    none: ${{ steps.a.outputs.none }}
                    flag: ${{ steps.a.outputs.version == '1.2.3' }}
                    files: ${{ hashFiles('x') }}
                  steps: [{id: a, name: a, run: x}]
                b:
                  needs: a
                  runs-on: x
                  steps: [{name: b, run: "echo ${{ needs.a.outputs.version }} ${{ needs.a.outputs.flag == 'true' }}"}]
                c:
                  runs-on: x
                  steps: [{name: c, run: "echo ${{ needs.a.outputs.version }}"}]
                """));
        assertThat(runs.get(0).outputs())
                .isEqualTo(Map.of("version", Data.of("1.2.3"), "flag", Data.of("true"), "files", Data.of("hash of x")));
        assertThat(recorder.step("b").script()).isEqualTo("echo 1.2.3 true");
        assertThat(recorder.step("c").script()).isEqualTo("echo ");
    }

    @Test
    void ofTheRowsOfAMatrixTheLastOutputThatIsNotEmptyCounts() {
        recorder.gives("1", "v", "one").gives("2", "v", "two").gives("3", "v", "");
        List<JobRun> runs = recorder.walk(Recorder.jobs("""
                a:
                  runs-on: x
                  strategy: {matrix: {n: [1, 2, 3]}}
                  outputs: {v: "${{ steps.s.outputs.v }}"}
                  steps: [{id: s, name: "${{ matrix.n }}", run: x}]
                """));
        assertThat(runs.get(0).outputs()).isEqualTo(Map.of("v", Data.of("two")));
    }

    @Test
    void anOutputWithoutAValueFailsTheRowAndKeepsItsSteps() {
        List<JobRun> runs = recorder.walk(Recorder.jobs(
                "a: {runs-on: x, outputs: {v: \"${{ fromJSON(steps.s.outputs.v) }}\"}, steps: [{id: s, run: x}]}"));
        assertThat(runs.get(0).result()).isEqualTo(Result.FAILURE);
        assertThat(runs.get(0).rows().get(0).steps()).hasSize(1);
        assertThat(runs.get(0).rows().get(0).message()).startsWith("an output has no value: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fail-fast: true|success,failure,cancelled|failure|skipped",
                "fail-fast: false|success,failure,success|failure|skipped",
                "max-parallel: 1|success,failure,cancelled|failure|skipped"
            })
    void theFirstRowThatFailsEndsTheOthersUnlessTheyAreToGoOn(String strategy, String rows, String job, String after) {
        recorder.fails("2");
        List<JobRun> runs = recorder.walk(Recorder.jobs("""
                a:
                  runs-on: x
                  strategy:
                    %s
                    matrix: {n: [1, 2, 3]}
                  steps: [{name: "${{ matrix.n }}", run: x}]
                b: {needs: a, runs-on: x, steps: [run: x]}
                """.formatted(strategy)));
        assertThat(runs.get(0).rows())
                .extracting(row -> row.result().toString())
                .containsExactly(rows.split(","));
        assertThat(Recorder.results(runs)).containsEntry("a", job).containsEntry("b", after);
    }

    @Test
    void aRowThatMayFailEndsNothing() {
        recorder.fails("1");
        List<JobRun> runs = recorder.walk(Recorder.jobs("""
                a:
                  runs-on: x
                  continue-on-error: ${{ matrix.n == 1 }}
                  strategy: {matrix: {n: [1, 2]}}
                  steps: [{name: "${{ matrix.n }}", run: x}]
                """));
        assertThat(runs.get(0).rows()).extracting(JobRun.Row::result).containsExactly(Result.FAILURE, Result.SUCCESS);
        assertThat(runs.get(0).result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void aMatrixThatIsNoneFailsItsJob() {
        Map<String, String> results = results(Recorder.jobs("""
                a: {runs-on: x, strategy: {matrix: "${{ fromJSON('{\\"n\\":[]}') }}"}, steps: [run: x]}
                b: {needs: a, runs-on: x, steps: [run: x]}
                """));
        assertThat(results).isEqualTo(Map.of("a", "failure", "b", "skipped"));
    }

    @Test
    void whatIsCancelledIsNoFailure() {
        recorder.answers("a", new StepOutcome(Result.CANCELLED, "interrupted", Map.of(), Map.of()));
        Map<String, String> results = results(Recorder.jobs("""
                a:
                  runs-on: x
                  steps:
                    - {name: a, run: x}
                    - {name: no, run: x}
                    - {name: failed, if: failure(), run: x}
                    - {name: cancelled, if: cancelled(), run: x}
                    - {name: always, if: always(), run: x}
                b: {needs: a, runs-on: x, steps: [{name: b, run: x}]}
                c: {needs: a, if: "!cancelled()", runs-on: x, steps: [{name: c, run: x}]}
                d: {needs: a, if: cancelled(), runs-on: x, steps: [{name: d, run: x}]}
                """));
        assertThat(recorder.ran()).containsExactly("a", "cancelled", "always", "d");
        assertThat(results).containsEntry("a", "cancelled");
    }

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
    void onlyTheJobsThatAreAskedForRunAndThoseThatTheyNeed() {
        Workflow workflow = Recorder.jobs("""
                a: {runs-on: x, strategy: {matrix: {n: [one, two]}}, steps: [{name: "${{ matrix.n }}", run: x}]}
                b: {needs: a, runs-on: x, steps: [{name: b, run: x}]}
                c: {runs-on: x, steps: [{name: c, run: x}]}
                """);
        Selection selection = new Selection(List.of("b"), List.of("two"));
        new Walk(workflow, Recorder.known(), recorder, selection, Progress.NONE).run();
        assertThat(recorder.ran()).containsExactly("two", "b");
    }

    @Test
    void whatNeedsAllOfAJobIsLeftOutWithAnyOfItsRows() {
        recorder.leavesOut("a (two)", "it is elsewhere");
        List<JobRun> runs = recorder.walk(Recorder.jobs("""
                a: {runs-on: x, strategy: {matrix: {n: [one, two]}}, steps: [{name: "${{ matrix.n }}", run: x}]}
                b: {needs: a, runs-on: x, steps: [{name: b, run: x}]}
                c: {needs: b, if: always(), runs-on: x, steps: [{name: c, run: x}]}
                d: {runs-on: x, steps: [{name: d, run: x}]}
                """));
        assertThat(recorder.ran()).containsExactly("one", "d");
        assertThat(Recorder.results(runs)).containsValues("success", "skipped", "skipped", "success");
        assertThat(runs).extracting(JobRun::complete).containsExactly(false, false, false, true);
        assertThat(runs.get(0).rows().get(1).message()).isEqualTo("it is elsewhere");
        assertThat(runs.get(2).message()).isEqualTo("it needs all of b, and part of that was left out");
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
                .isEqualTo("'timeout-minutes' is '5', which is no number: fromJSON(…) makes one of a text");
        assertThat(runs.get(3).message()).startsWith("'timeout-minutes' is 'v1.2.3'");
    }

    @Test
    void whatOnlyARunCanTellCountsAsTrueAndIsNotCertain() {
        List<JobRun> runs = recorder.walk(Recorder.jobs("""
                a: {runs-on: x, steps: [{name: a, if: inputs.deep, run: x}, {name: z, run: x}]}
                b: {if: inputs.deep, runs-on: x, steps: [{name: b, run: x}]}
                c: {needs: b, runs-on: x, steps: [{name: c, run: x}]}
                d: {needs: c, if: always(), runs-on: x, steps: [{name: d, run: x}]}
                e: {needs: b, if: inputs.deep && false, runs-on: x, steps: [{name: e, run: x}]}
                f: {runs-on: x, strategy: {matrix: "${{ inputs.rows }}"}, steps: [{name: f, run: "${{ matrix.n }}"}]}
                """), Contexts.NOTHING);
        assertThat(recorder.ran()).containsExactly("a", "z", "b", "c", "d", "f");
        assertThat(runs.get(0).rows().get(0).certain()).isTrue();
        assertThat(runs.get(0).rows().get(0).steps())
                .extracting(JobRun.Step::certain)
                .containsExactly(false, true);
        assertThat(runs.subList(1, 3)).allSatisfy(run -> {
            assertThat(run.rows().get(0).certain()).isFalse();
            assertThat(run.rows().get(0).steps().get(0).certain()).isFalse();
        });
        assertThat(runs.get(3).rows().get(0).certain()).isTrue();
        assertThat(runs.get(4).result()).isEqualTo(Result.SKIPPED);
        assertThat(runs.get(5).rows().get(0).certain()).isFalse();
        assertThat(recorder.step("f").script()).isEqualTo("${{ matrix.n }}");
    }

    @Test
    void anExecutorThatDoesNotTellAllLeavesTheRestOpen() {
        recorder.incomplete().gives("a", "told", "1");
        List<JobRun> runs = recorder.walk(Recorder.jobs("""
                a:
                  runs-on: x
                  outputs: {told: "${{ steps.a.outputs.told }}", other: "${{ steps.a.outputs.other }}"}
                  env: {KIND: "${{ inputs.kind }}-x"}
                  steps:
                    - {id: a, name: a, run: x}
                    - {id: off, if: false, run: x}
                    - {name: next, if: env.KIND == 'b-x', run: "${{ env.KIND }}${{ steps.off.outputs.x }}"}
                far: {uses: else/where/.github/workflows/release.yml@v1}
                b:
                  needs: [a, far]
                  runs-on: x
                  steps:
                    - {name: b, run: "${{ needs.a.outputs.told }} ${{ needs.a.outputs.other }} ${{ needs.far.outputs.x }}"}
                """), Contexts.NOTHING);
        assertThat(recorder.step("next").script()).isEqualTo("${{ inputs.kind }}-x");
        assertThat(recorder.step("b").script()).isEqualTo("1 ${{ steps.a.outputs.other }} ${{ needs.far.outputs.x }}");
        assertThat(runs.get(0).rows().get(0).steps().get(2).certain()).isFalse();
        assertThat(runs.get(2).rows().get(0).certain()).isFalse();
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

    @ParameterizedTest
    @CsvSource({"secrets.KEY != ''", "env.A", "matrix.n == 1 || true", "false && Secrets.KEY", "always() && steps.a"})
    void theConditionOfAJobCannotAskForEverything(String condition) {
        JobRun run = recorder.walk(
                        Recorder.jobs("a: {if: \"" + condition + "\", runs-on: x, steps: [{name: a, run: x}]}"))
                .get(0);
        assertThat(run.result()).isEqualTo(Result.FAILURE);
        assertThat(run.message()).startsWith("there is no '").endsWith("' at this place");
    }

    @Test
    void theIdOfANeededJobIsTheSameInUpperAndLowerCase() {
        recorder.gives("b", "x", "1");
        recorder.walk(Recorder.jobs("""
                a: {needs: BUILD, runs-on: x, steps: [{name: a, run: "${{ needs.Build.outputs.x }}"}]}
                Build: {runs-on: x, outputs: {x: "${{ steps.b.outputs.x }}"}, steps: [{id: b, name: b, run: x}]}
                """));
        assertThat(recorder.ran()).containsExactly("b", "a");
        assertThat(recorder.step("a").script()).isEqualTo("1");
    }

    @Test
    void ofOutputsOfWhichOneHasNoValueNoneIsGiven() {
        JobRun run = recorder.walk(Recorder.jobs(
                        "a: {runs-on: x, outputs: {a: good, b: \"${{ fromJSON('{') }}\"}, steps: [run: x]}"))
                .get(0);
        assertThat(run.outputs()).isEmpty();
    }
}
