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

/** Jobs: their order, their conditions and what they hand on. */
class WalkTest {
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
