package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.expression.Data;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of a job: what they get, which of them run, and how they end. */
class StepsWalkTest {
    private final Recorder recorder = new Recorder();

    private JobRun.Row steps(String steps) {
        return job("runs-on: x\nsteps:\n" + steps.indent(2));
    }

    private JobRun.Row job(String job) {
        return recorder.walk(Recorder.jobs("a:\n" + job.indent(2)))
                .get(0)
                .rows()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|false",
                "success()|false",
                "'true'|false",
                "failure()|true",
                "always()|true",
                "'!cancelled()'|true",
                "'!success()'|true",
                "cancelled()|false",
                "failure() && steps.bad.outcome == 'failure'|true",
                "steps.bad.outcome == 'failure'|false",
                "always() && steps.bad.conclusion == 'success'|false",
                "always() && job.status == 'failure'|true",
                "format('{0}', failure())|true",
                "'contains(''failure()'', ''x'') || true'|false"
            })
    void afterAStepFailedOnlyAConditionThatAsksForItHolds(String condition, boolean runs) {
        recorder.fails("bad");
        JobRun.Row row = steps("""
                - {id: bad, name: bad, run: x}
                - name: last
                  %s
                  run: x
                """.formatted(condition == null ? "" : "if: \"" + condition + "\""));
        assertThat(recorder.ran().contains("last")).isEqualTo(runs);
        assertThat(row.result()).isEqualTo(Result.FAILURE);
        assertThat(row.steps().get(1).conclusion()).isEqualTo(runs ? Result.SUCCESS : Result.SKIPPED);
    }

    @Test
    void aStepThatMayFailHasAnOutcomeAndAnotherConclusion() {
        recorder.answers(
                "may",
                new StepOutcome(Result.FAILURE, "no", Map.of("x", Data.of("1")), Map.of("LEFT", Data.of("behind"))));
        JobRun.Row row = steps("""
                - {id: may, name: may, continue-on-error: true, run: x}
                - {id: off, if: false, run: x}
                - name: after
                  run: >-
                    ${{ steps.may.outcome }} ${{ steps.may.conclusion }} ${{ steps.may.outputs.x }}
                    ${{ steps.off.outcome }} ${{ steps.later.outcome }}.
                - {id: later, run: x}
                """);
        assertThat(recorder.step("after").script()).isEqualTo("failure success 1 skipped .");
        assertThat(recorder.step("after").env()).containsEntry("LEFT", "behind");
        assertThat(row.result()).isEqualTo(Result.SUCCESS);
        assertThat(row.steps().get(0)).satisfies(step -> {
            assertThat(step.outcome()).isEqualTo(Result.FAILURE);
            assertThat(step.conclusion()).isEqualTo(Result.SUCCESS);
            assertThat(step.message()).isEqualTo("no");
        });
    }

    @Test
    void aScriptWithoutAValueFailsItsStepWhichMayFail() {
        JobRun.Row row = steps("""
                - {name: may, continue-on-error: true, run: "${{ fromJSON('{') }}"}
                - {name: must, run: "${{ fromJSON('{') }}"}
                """);
        assertThat(row.steps()).extracting(JobRun.Step::conclusion).containsExactly(Result.SUCCESS, Result.FAILURE);
        assertThat(row.steps()).allSatisfy(step -> {
            assertThat(step.outcome()).isEqualTo(Result.FAILURE);
            assertThat(step.message()).isNotEmpty();
        });
        assertThat(recorder.ran()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'if: fromJSON(''{'')'", "'env: {A: \"${{ fromJSON(''{'') }}\"}'"})
    void aConditionOrVariableWithoutAValueFailsItsStepForGood(String key) {
        JobRun.Row row = steps("- name: a\n  continue-on-error: true\n  run: x\n  " + key);
        assertThat(row.steps().get(0).conclusion()).isEqualTo(Result.FAILURE);
        assertThat(row.result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void variablesCoverEachOtherFromTheWorkflowToTheStep() {
        recorder.exports("export", "B", "script");
        recorder.walk(Recorder.read("""
                on: push
                env: {A: workflow, B: workflow, C: workflow, D: "${{ github.ref_name }}"}
                jobs:
                  a:
                    runs-on: x
                    env: {B: job, C: job}
                    steps:
                      - {name: export, run: x}
                      - {name: plain, run: x}
                      - {name: own, env: {B: step, C: "${{ env.C }}+step"}, run: "${{ env.A }} ${{ env.B }} ${{ env.C }}"}
                      - {name: after, run: "${{ env.B }} ${{ env.C }}"}
                """));
        assertThat(recorder.step("export").env())
                .isEqualTo(Map.of("A", "workflow", "B", "job", "C", "job", "D", "v1.2.3"));
        assertThat(recorder.step("plain").env()).containsEntry("B", "script").containsEntry("C", "job");
        assertThat(recorder.step("own").env()).containsEntry("B", "step").containsEntry("C", "job+step");
        assertThat(recorder.step("own").script()).isEqualTo("workflow step job+step");
        assertThat(recorder.step("after").script()).isEqualTo("script job");
    }

    @Test
    void aStepsOwnVariablesAreKnownToItsConditionAndItsName() {
        steps("""
                - {name: "a ${{ env.A }}", env: {A: yes}, if: env.A == 'yes', run: x}
                - {name: b, if: env.A == 'yes', run: x}
                """);
        assertThat(recorder.ran()).containsExactly("a yes");
    }

    @Test
    void aStepIsCalledByItsNameOrWhatItRuns() {
        steps("""
                - run: |

                    echo ${{ github.ref_name }}
                    more
                - uses: actions/checkout@v4
                - uses: docker://alpine:3
                - {name: "${{ fromJSON('{') }}", run: x}
                """);
        assertThat(recorder.ran())
                .containsExactly("Run echo v1.2.3", "Run actions/checkout@v4", "Run alpine:3", "${{ fromJSON('{') }}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|-|-|-|''",
                "{shell: bash, working-directory: w}|-|-|bash|w",
                "{shell: bash, working-directory: w}|{shell: sh}|-|sh|''",
                "{shell: bash}|{working-directory: \"${{ matrix.d }}/j\"}|-|-|/j",
                "{shell: bash}|{shell: sh, working-directory: j}|'shell: pwsh, working-directory: s'|pwsh|s",
                "{shell: bash, working-directory: w}|-|'shell: \"\", working-directory: \"\"'|bash|''"
            })
    void theDefaultsOfAJobTakeThePlaceOfTheWorkflowsAsAWhole(
            String workflow, String job, String step, String shell, String folder) {
        recorder.walk(Recorder.read("on: push\n"
                + (workflow == null ? "" : "defaults: {run: " + workflow + "}\n")
                + "jobs:\n  a:\n    runs-on: x\n"
                + (job == null ? "" : "    defaults: {run: " + job + "}\n")
                + "    steps:\n      - {name: a, run: x" + (step == null ? "" : ", " + step) + "}\n"));
        assertThat(recorder.step("a").shell()).isEqualTo(Optional.ofNullable(shell));
        assertThat(recorder.step("a").folder()).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource({"7,7", "${{ fromJSON('2') }},2", "2.9,2", "0,0", "0.5,0"})
    void aTimeoutIsInWholeMinutesAndNoneIsNoLimit(String minutes, int limit) {
        steps("- name: a\n  timeout-minutes: " + minutes + "\n  run: x");
        assertThat(recorder.step("a").timeout())
                .isEqualTo(limit == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(limit)));
    }

    @Test
    void anActionGetsItsInputsAsText() {
        recorder.knows("runner", Data.of(Map.of("os", Data.of("Linux"))));
        steps("""
                - name: a
                  uses: owner/action@v1
                  with: {n: 1.50, flag: true, os: "${{ runner.os }}", hash: "${{ hashFiles('a', 'b') }}"}
                """);
        assertThat(recorder.step("a").inputs())
                .isEqualTo(Map.of("n", "1.5", "flag", "true", "os", "Linux", "hash", "hash of a"));
    }

    @Test
    void aStepIsToldHowTheJobIsDoing() {
        recorder.fails("bad");
        steps("""
                - {name: bad, run: x}
                - {name: after, if: always(), run: x}
                """);
        assertThat(recorder.steps).extracting(StepSetup::job).containsExactly(Result.SUCCESS, Result.FAILURE);
    }

    @Test
    void aJobThatFailedStaysSoWhenItIsCancelled() {
        recorder.fails("bad").answers("late", new StepOutcome(Result.CANCELLED, "", Map.of(), Map.of()));
        JobRun.Row row = steps("- {name: bad, run: x}\n- {name: late, if: always(), run: x}");
        assertThat(row.result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void stepsThatRunAtOnceAreWalkedOneAfterAnother() {
        recorder.fails("one");
        JobRun.Row row = steps("""
                - parallel:
                    - {name: one, if: always(), run: x}
                    - {name: two, if: always(), run: x}
                """);
        assertThat(recorder.ran()).isEqualTo(List.of("one", "two"));
        assertThat(row.result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void whatThePlaceKnowsOfGitHubComesToWhatIsKnown() {
        recorder.knows("github", Data.of(Map.of("workspace", Data.of("/w"))));
        steps("- {name: a, run: \"${{ github.workspace }} ${{ github.ref_name }}\"}");
        assertThat(recorder.step("a").script()).isEqualTo("/w v1.2.3");
    }

    @ParameterizedTest
    @CsvSource({"'false'", "'true'", "''"})
    void aTextSaysNotWhetherAStepMayFail(String text) {
        recorder.fails("a");
        JobRun.Row row =
                steps("- {name: a, env: {MAY: '%s'}, continue-on-error: \"${{ env.MAY }}\", run: x}".formatted(text));
        assertThat(row.result()).isEqualTo(Result.FAILURE);
        assertThat(row.steps().get(0).message())
                .isEqualTo("exit status 1; 'continue-on-error' is '" + text
                        + "', which is neither true nor false: convert it with fromJSON(…)");
    }

    @ParameterizedTest
    @CsvSource({"if: ''", "'if:'", "'if: \" \"'"})
    void aConditionThatSaysNothingIsNone(String condition) {
        recorder.fails("bad");
        steps("- {name: good, run: x}\n- name: plain\n  run: x\n  " + condition
                + "\n- {name: bad, run: x}\n- name: late\n  run: x\n  " + condition);
        assertThat(recorder.ran()).containsExactly("good", "plain", "bad");
    }
}
