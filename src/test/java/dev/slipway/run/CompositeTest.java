package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.expression.Data;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that use an action that is made of steps. */
class CompositeTest {
    private final Recorder recorder = new Recorder().knows("github", Data.of(Map.of("workspace", Data.of("/w"))));

    private JobRun.Row steps(String steps) {
        return recorder.walk(Recorder.jobs("a:\n  runs-on: x\n  steps:\n" + steps.indent(4)))
                .get(0)
                .rows()
                .get(0);
    }

    private void action(String path, String rest, String steps) {
        recorder.hasAction(path, rest + "\nruns:\n  using: composite\n  steps:\n" + steps.indent(4));
    }

    @Test
    void inputsAreTextsAndTheirDefaultsAreComputedWhereItIsUsed() {
        action("pack", """
                inputs:
                  target: {required: true}
                  level: {default: 3}
                  tag: {default: "${{ github.ref_name }}"}
                  skipped: {default: "${{ fromJSON('{') }}"}
                  none: {}
                """, "- {name: inner, shell: sh, run: \"${{ toJSON(inputs) }}\"}");
        steps("- {uses: ./pack, with: {Target: true, skipped: no}}");
        assertThat(recorder.step("inner").script().replaceAll("\\s", ""))
                .isEqualTo("{\"Target\":\"true\",\"skipped\":\"no\",\"level\":\"3\",\"tag\":\"v1.2.3\",\"none\":\"\"}");
    }

    @Test
    void outputsComeFromItsOwnStepsWhichNobodyElseSees() {
        recorder.gives("inner", "file", "a.zip");
        action(
                "pack",
                "outputs: {file: {value: \"${{ steps.s.outputs.file }}\"}, same: {value: \"${{ steps.s.outputs.file == 'a.zip' }}\"}}",
                """
                - {id: s, name: inner, shell: sh, run: "[${{ steps.before.outcome }}]"}
                """);
        JobRun.Row row = steps("""
                - {id: before, run: x}
                - {id: pack, name: pack, uses: ./pack}
                - {name: after, run: "${{ steps.pack.outputs.file }} ${{ steps.pack.outputs.same == 'true' }} [${{ steps.s.outcome }}]"}
                """);
        assertThat(recorder.step("inner").script()).isEqualTo("[]");
        assertThat(recorder.step("after").script()).isEqualTo("a.zip true []");
        assertThat(row.steps().get(1).steps()).extracting(JobRun.Step::name).containsExactly("inner");
        assertThat(recorder.ran()).doesNotContain("pack");
    }

    @Test
    void whatItExportsIsThereForItsNextStepsAndTheJobs() {
        recorder.exports("export", "A", "exported").exports("both", "B", "exported");
        action("pack", "", """
                - {name: export, shell: sh, run: x}
                - {name: both, shell: sh, run: x}
                - {name: inner, shell: sh, env: {C: own}, run: "${{ env.A }} ${{ env.B }} ${{ env.C }} ${{ env.D }}"}
                """);
        recorder.walk(Recorder.read("""
                on: push
                jobs:
                  a:
                    runs-on: x
                    env: {A: job, D: job}
                    steps:
                      - {uses: ./pack, env: {B: use, C: use}}
                      - {name: after, run: "${{ env.A }} ${{ env.B }} [${{ env.C }}]"}
                """));
        assertThat(recorder.step("export").env())
                .isEqualTo(Map.of("A", "job", "D", "job", "B", "use", "C", "use", "GITHUB_ACTION_PATH", "/w/pack"));
        assertThat(recorder.step("inner").script()).isEqualTo("exported use own job");
        assertThat(recorder.step("after").script()).isEqualTo("exported exported []");
        assertThat(recorder.step("after").env()).doesNotContainKey("GITHUB_ACTION_PATH");
    }

    @ParameterizedTest
    @CsvSource({
        "-,false",
        "success(),false",
        "failure(),true",
        "always(),true",
        "job.status == 'success',false",
        "always() && job.status == 'success',true"
    })
    void insideAConditionAsksForTheActionsOwnSteps(String condition, boolean runs) {
        recorder.fails("bad");
        action("pack", "", """
                - {name: bad, shell: sh, run: x}
                - {name: inner, shell: sh, run: x, %s}
                """.formatted(condition.equals("-") ? "" : "if: \"" + condition + "\""));
        JobRun.Row row = steps("- {name: pack, uses: ./pack}\n- {name: after, run: x}");
        assertThat(recorder.ran().contains("inner")).isEqualTo(runs);
        assertThat(recorder.ran()).doesNotContain("after");
        assertThat(row.result()).isEqualTo(Result.FAILURE);
        assertThat(row.steps().get(0).message()).isEqualTo("bad: exit status 1");
    }

    @Test
    void inAJobThatFailedItStartsAfresh() {
        recorder.fails("bad");
        action("pack", "", """
                - {name: inner, shell: sh, run: x}
                - {name: never, shell: sh, if: failure(), run: x}
                """);
        steps("- {name: bad, run: x}\n- {if: always(), uses: ./pack}");
        assertThat(recorder.ran()).containsExactly("bad", "inner");
        assertThat(recorder.step("inner").job()).isEqualTo(Result.FAILURE);
    }

    @Test
    void aStepInsideMayFail() {
        recorder.fails("may");
        action(
                "pack",
                "",
                "- {name: may, shell: sh, continue-on-error: true, run: x}\n- {name: on, shell: sh, run: x}");
        assertThat(steps("- {uses: ./pack}").result()).isEqualTo(Result.SUCCESS);
        assertThat(recorder.ran()).containsExactly("may", "on");
    }

    @Test
    void theDefaultsOfTheJobAreNotForItsScripts() {
        action(
                "pack",
                "",
                "- {name: inner, shell: sh, run: x}\n- {name: there, shell: sh, working-directory: \"${{ github.action_path }}\", run: x}");
        recorder.walk(Recorder.jobs("""
                a:
                  runs-on: x
                  defaults: {run: {shell: bash, working-directory: w}}
                  steps: [uses: ./pack]
                """));
        assertThat(recorder.step("inner").folder()).isEmpty();
        assertThat(recorder.step("inner").shell()).contains("sh");
        assertThat(recorder.step("there").folder()).isEqualTo("/w/pack");
    }

    @Test
    void actionsUseActions() {
        action(
                "outer",
                "inputs: {x: {default: o}}",
                "- {uses: ./inner, with: {x: \"${{ inputs.x }}i\"}}\n- {name: last, shell: sh, run: \"${{ inputs.x }} ${{ github.action_path }}\"}");
        action(
                "inner",
                "inputs: {x: {}}",
                "- {name: deep, shell: sh, run: \"${{ inputs.x }} ${{ github.action_path }}\"}");
        JobRun.Row row = steps("- {name: use, uses: ./outer}");
        assertThat(recorder.step("deep").script()).isEqualTo("oi /w/inner");
        assertThat(recorder.step("last").script()).isEqualTo("o /w/outer");
        assertThat(row.steps().get(0).steps().get(0).steps())
                .extracting(JobRun.Step::name)
                .containsExactly("deep");
    }

    @Test
    void anActionThatUsesItselfEnds() {
        action("loop", "", "- {name: turn, shell: sh, run: x}\n- {uses: ./loop}");
        JobRun.Row row = steps("- {uses: ./loop}");
        assertThat(row.result()).isEqualTo(Result.FAILURE);
        assertThat(row.steps().get(0).message()).contains("more than 10 levels");
        assertThat(recorder.ran()).hasSize(10).containsOnly("turn");
    }

    @Test
    void itsStepsShareTheTimeOfTheOneThatUsesIt() {
        action("pack", "", "- {name: inner, shell: sh, run: x}");
        steps("- {uses: ./pack, timeout-minutes: 5}");
        assertThat(recorder.step("inner").timeout())
                .hasValueSatisfying(left -> assertThat(left)
                        .isLessThanOrEqualTo(Duration.ofMinutes(5))
                        .isGreaterThan(Duration.ofMinutes(4)));
    }

    @Test
    void anActionThatIsAProgramIsLeftToTheExecutor() {
        recorder.hasAction("node", "runs: {using: node24, main: index.js}");
        steps("- {name: node, uses: ./node, with: {a: b}}");
        assertThat(recorder.step("node").inputs()).isEqualTo(Map.of("a", "b"));
        assertThat(recorder.step("node").env()).doesNotContainKey("GITHUB_ACTION_PATH");
    }

    @Test
    void anOutputWithoutAValueFailsTheStep() {
        action("pack", "outputs: {x: {value: \"${{ fromJSON('{') }}\"}}", "- {name: inner, shell: sh, run: x}");
        JobRun.Row row = steps("- {name: pack, continue-on-error: true, uses: ./pack}");
        assertThat(row.steps().get(0).outcome()).isEqualTo(Result.FAILURE);
        assertThat(row.steps().get(0).conclusion()).isEqualTo(Result.SUCCESS);
        assertThat(row.steps().get(0).steps()).hasSize(1);
    }

    @Test
    void insideItIsToldHowItsOwnStepsAreDoing() {
        recorder.fails("before").fails("bad");
        action("pack", "", """
                - {name: first, shell: sh, run: "${{ github.action_status }}"}
                - {name: bad, shell: sh, run: x}
                - {name: last, shell: sh, if: always(), run: "${{ github.action_status }}"}
                """);
        steps("""
                - {name: before, run: x}
                - {if: always(), uses: ./pack}
                - {name: after, if: always(), run: "[${{ github.action_status }}]"}
                """);
        assertThat(recorder.step("first").script()).isEqualTo("success");
        assertThat(recorder.step("last").script()).isEqualTo("failure");
        assertThat(recorder.step("after").script()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({"secrets.KEY", "vars.KEY", "needs.b.result", "false && secrets.KEY"})
    void insideThereIsNothingThatOnlyWorkflowsHave(String expression) {
        action("pack", "inputs: {given: {}}", "- {name: inner, shell: sh, run: \"${{ " + expression + " }}\"}");
        JobRun.Row row = steps("- {uses: ./pack, with: {given: \"${{ " + expression + " }}\"}}");
        assertThat(row.result()).isEqualTo(Result.FAILURE);
        assertThat(row.steps().get(0).message()).matches("inner: there is no '(secrets|vars|needs)' at this place");
    }
}
