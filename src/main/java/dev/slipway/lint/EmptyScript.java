package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
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
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            for (StepView step : job.steps()) {
                step.place()
                        .at("run")
                        .filter(run -> run.isScalar() && run.text().isBlank())
                        .map(run -> run.problem("the script is empty", "write a command, or remove the step"))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }
}
