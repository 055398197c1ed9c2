package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a matrix: which run, which are cancelled, and what they hand on. */
class WalkMatrixTest {
    private final Recorder recorder = new Recorder();

    private Map<String, String> results(Workflow workflow) {
        return Recorder.results(recorder.walk(workflow));
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
        assertThat(runs.get(2).message()).isEqualTo("it needs all rows of b, and some were left out");
    }

    @Test
    void anOutputWithoutAValueFailsTheRowAndKeepsItsSteps() {
        List<JobRun> runs = recorder.walk(Recorder.jobs(
                "a: {runs-on: x, outputs: {v: \"${{ fromJSON(steps.s.outputs.v) }}\"}, steps: [{id: s, run: x}]}"));
        assertThat(runs.get(0).result()).isEqualTo(Result.FAILURE);
        assertThat(runs.get(0).rows().get(0).steps()).hasSize(1);
        assertThat(runs.get(0).rows().get(0).message()).startsWith("an output has no value: ");
    }
}
