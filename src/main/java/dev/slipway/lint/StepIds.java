package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds ids that two steps of a job share. */
final class StepIds implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "step-ids";
    }

    @Override
    public String summary() {
        return "step ids are unique within a job";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            Set<String> taken = new HashSet<>();
            for (StepView step : job.steps()) {
                if (!step.id().isEmpty() && !taken.add(step.id().toLowerCase(Locale.ROOT))) {
                    problems.add(step.place()
                            .at("id")
                            .orElse(step.place())
                            .problem(
                                    "step id '" + step.id() + "' is already used by an earlier step of this job",
                                    "ids that differ only in case are the same"));
                }
            }
        }
        return problems;
    }
}
