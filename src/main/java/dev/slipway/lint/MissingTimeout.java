package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;

/** Finds jobs that may hang for six hours. */
final class MissingTimeout implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "missing-timeout";
    }

    @Override
    public String summary() {
        return "every job has a timeout";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        return file.jobs().stream()
                .filter(job ->
                        job.place().isMapping() && !job.isCall() && !job.place().has("timeout-minutes"))
                .filter(job -> job.steps().isEmpty()
                        || job.steps().stream().anyMatch(step -> !step.place().has("timeout-minutes")))
                .map(job ->
                        job.place().keyProblem("job '" + job.id() + "' can run for six hours", "add 'timeout-minutes'"))
                .toList();
    }
}
