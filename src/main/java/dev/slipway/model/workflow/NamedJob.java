package dev.slipway.model.workflow;

/**
 * A job that has an id and no runner yet. Where it runs comes first, so a job without a runner does not compile.
 *
 * @param id its key below {@code jobs}
 */
public record NamedJob(String id) {
    public JobBuilder runsOn(RunsOn runner) {
        return new JobBuilder(id, runner);
    }

    /** Runs on a label, such as {@code ubuntu-24.04}. */
    public JobBuilder runsOn(String label) {
        return runsOn(RunsOn.label(label));
    }

    /** Runs on the label that an expression gives, such as a column of the matrix. */
    public JobBuilder runsOn(Expr<String> label) {
        return runsOn(RunsOn.label(label));
    }
}
