package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSelectionCheckTest {
    private static final Workflow PLAIN = Recorder.jobs("""
            build: {runs-on: x, strategy: {matrix: {system: [linux, macos]}}, steps: [{name: build, run: x}]}
            pack: {needs: build, runs-on: x, steps: [{name: pack, run: x}]}
            """);
    private static final Workflow COMPUTED = Recorder.jobs("""
            list: {runs-on: x, outputs: {all: "${{ steps.a.outputs.all }}"}, steps: [{id: a, name: list, run: x}]}
            build:
              needs: list
              runs-on: x
              strategy: {matrix: {system: "${{ fromJSON(needs.list.outputs.all) }}"}}
              steps: [{name: build, run: x}]
            """);

    private final Recorder recorder = new Recorder();

    private void before(Workflow workflow, String... rows) throws IOException {
        asked(rows).checkBefore(workflow, Recorder.known(), recorder);
    }

    private static RowSelectionCheck asked(String... rows) {
        return new RowSelectionCheck(new Selection(List.of(), List.of(rows)));
    }

    @Test
    void aTextThatMeansNoRowIsRefusedBeforeAnythingRuns() throws IOException {
        before(PLAIN, "macos", "build (linux)");
        assertThatThrownBy(() -> before(PLAIN, "linux", "windows"))
                .isInstanceOf(IOException.class)
                .hasMessage("--row windows: the rows are build (linux), build (macos)");
        assertThat(recorder.ran()).isEmpty();
    }

    @Test
    void withoutAMatrixThereIsNothingToChoose() {
        Workflow single = Recorder.jobs("a: {runs-on: x, steps: [{run: x}]}");
        assertThatThrownBy(() -> before(single, "a")).hasMessage("--row a: no job has a matrix");
    }

    @Test
    void aRowThatOnlyARunCanTellIsLookedForInWhatRan() throws IOException {
        before(COMPUTED, "bsd");
        recorder.gives("list", "all", "[\"linux\", \"bsd\"]");
        List<JobRun> ran = recorder.walk(COMPUTED);
        asked("bsd").checkAfter(ran);
        assertThatThrownBy(() -> asked("windows").checkAfter(ran))
                .hasMessage("--row windows: the rows that ran are build (linux), build (bsd)");
    }

    @Test
    void rowsOfACalledWorkflowAreChosenAsAnyOther() throws IOException {
        recorder.has(".github/workflows/inner.yml", """
                on: workflow_call
                jobs: {deep: {runs-on: x, strategy: {matrix: {n: [one, two]}}, steps: [{name: "${{ matrix.n }}", run: x}]}}
                """);
        Workflow caller = Recorder.jobs("call: {uses: ./.github/workflows/inner.yml}");
        before(caller, "two");
        new Walk(caller, Recorder.known(), recorder, new Selection(List.of(), List.of("two")), Progress.NONE).run();
        assertThat(recorder.ran()).containsExactly("two");
    }
}
