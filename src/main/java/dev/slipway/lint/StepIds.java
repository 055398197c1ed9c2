package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
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
        return file.jobs().stream().flatMap(job -> taken(job).stream()).toList();
    }

    private static List<Problem> taken(JobView job) {
        Set<String> taken = new HashSet<>();
        return job.steps().stream()
                .flatMap(step -> step.place().at("id").stream())
                .filter(id -> !id.text().isEmpty() && !taken.add(id.text().toLowerCase(Locale.ROOT)))
                .map(id -> id.problem(
                        "step id '" + id.text() + "' is already used by an earlier step of this job",
                        "ids that differ only in case are the same"))
                .toList();
    }
}
