package dev.slipway.model.workflow;

/**
 * A job with an id but no runner yet. The runner must come next, so a job without a runner does not compile.
 *
 * @param id its key below {@code jobs}
 */
public record NamedJob(String id) {
    public JobBuilder runsOn(RunsOn runner) {
        return new JobBuilder(id, runner);
    }

    /** Sets the label of the runner, such as {@code ubuntu-24.04}. */
    public JobBuilder runsOn(String label) {
        return runsOn(RunsOn.label(label));
    }

    /** Sets the label of the runner by an expression, such as a column of the matrix. */
    public JobBuilder runsOn(Expr<String> label) {
        return runsOn(RunsOn.label(label));
    }
}
