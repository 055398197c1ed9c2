package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;

/** Finds steps that run nothing. */
final class EmptyScript implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "empty-script";
    }

    @Override
    public String summary() {
        return "a step with 'run' has a script";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        return file.jobs().stream()
                .flatMap(job -> job.steps().stream())
                .flatMap(step -> step.place().at("run").stream())
                .filter(run -> run.isScalar() && run.text().isBlank())
                .map(run -> run.problem("the script is empty", "write a command, or remove the step"))
                .toList();
    }
}
