package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that a workflow has the matrix rows that {@code --row} selects. */
public record RowSelectionCheck(Selection selection) {
    /**
     * Looks before anything runs. A row that only a run can tell may be any.
     *
     * @param executor has the workflows that are called
     * @throws IOException if no row is meant by a text; the message has all rows
     */
    public void checkBefore(Workflow workflow, Contexts known, Executor executor) throws IOException {
        if (selection.rows().isEmpty()) {
            return;
        }
        Selection all = new Selection(selection.jobs(), List.of());
        List<JobRun.Row> rows = rows(new Walk(workflow, known, new Nothing(executor), all, Progress.NONE).run())
                .toList();
        if (rows.stream().allMatch(JobRun.Row::certain)) {
            check(rows, "the rows are ");
        }
    }

    /** Looks at what ran. */
    public void checkAfter(List<JobRun> ran) throws IOException {
        if (!selection.rows().isEmpty() && ran.stream().noneMatch(job -> job.result() == Result.FAILURE)) {
            check(rows(ran).toList(), "the rows that ran are ");
        }
    }

    private static Stream<JobRun.Row> rows(List<JobRun> runs) {
        return runs.stream().flatMap(run -> Stream.concat(run.rows().stream(), rows(run.called())));
    }

    private void check(List<JobRun.Row> rows, String introduction) throws IOException {
        List<JobRun.Row> told =
                rows.stream().filter(row -> !row.matrix().isEmpty()).toList();
        for (String text : selection.rows()) {
            if (told.stream().noneMatch(row -> Selection.matches(text, row.name(), row.matrix()))) {
                List<String> names =
                        told.stream().map(JobRun.Row::name).distinct().toList();
                throw new IOException("--row " + text + ": "
                        + (names.isEmpty() ? "no job has a matrix" : introduction + String.join(", ", names)));
            }
        }
    }

    /** Does nothing, and tells nothing of what steps give. */
    private record Nothing(Executor executor) implements Executor {
        @Override
        public boolean complete() {
            return false;
        }

        @Override
        public Optional<Workflow> workflow(String path) {
            return executor.workflow(path);
        }

        @Override
        public Row open(RowSetup setup) {
            return new Idle();
        }
    }

    /** A machine on which nothing happens. */
    private record Idle() implements Executor.Row {
        @Override
        public StepOutcome run(StepSetup step) {
            return StepOutcome.success();
        }
    }
}
