package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds job and step ids that GitHub refuses. */
final class Ids implements Rule<WorkflowFile> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final int LONGEST = 100;

    @Override
    public String id() {
        return "ids";
    }

    @Override
    public String summary() {
        return "ids of jobs and steps are well formed, and ids of steps are unique in their job";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        Set<String> jobs = new HashSet<>();
        for (JobView job : file.jobs()) {
            fault(job.id())
                    .ifPresent(fault -> problems.add(job.place().keyProblem("job id '" + job.id() + "' " + fault, "")));
            if (!jobs.add(job.id().toLowerCase(Locale.ROOT))) {
                problems.add(job.place()
                        .keyProblem("job id '" + job.id() + "' is taken", "ids that differ only in case are the same"));
            }
            checkSteps(job, problems);
        }
        return problems;
    }

    private static void checkSteps(JobView job, List<Problem> problems) {
        Set<String> taken = new HashSet<>();
        for (StepView step : job.steps()) {
            if (step.id().isEmpty()) {
                continue;
            }
            Place id = step.place().at("id").orElseThrow();
            fault(step.id()).ifPresent(fault -> problems.add(id.problem("step id '" + step.id() + "' " + fault, "")));
            if (!taken.add(step.id().toLowerCase(Locale.ROOT))) {
                problems.add(id.problem(
                        "step id '" + step.id() + "' is taken by an earlier step of this job",
                        "ids that differ only in case are the same"));
            }
        }
    }

    private static Optional<String> fault(String id) {
        if (!FORM.matcher(id).matches()) {
            return Optional.of("must start with a letter or '_' and hold only letters, digits, '-' and '_'");
        }
        if (id.startsWith("__")) {
            return Optional.of("must not start with '__'");
        }
        return id.length() < LONGEST
                ? Optional.empty()
                : Optional.of("must be shorter than " + LONGEST + " characters");
    }
}
