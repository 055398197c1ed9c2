package dev.slipway.lint;

import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import dev.slipway.source.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds jobs that wait for jobs that do not exist, for themselves, or for each other. */
final class Needs implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "needs";
    }

    @Override
    public String summary() {
        return "every job in 'needs' exists, and no job waits for itself";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        Map<JobView, Integer> circles = file.needs().circles();
        for (JobView job : file.jobs()) {
            Set<String> seen = new HashSet<>();
            for (Place need : job.needs()) {
                checkNeed(file, circles, job, need).ifPresent(problems::add);
                if (!seen.add(need.text().toLowerCase(Locale.ROOT))) {
                    problems.add(need.problem("job '" + need.text() + "' appears twice in 'needs'", "name it once"));
                }
            }
        }
        checkStart(file, problems);
        return problems;
    }

    private static Optional<Problem> checkNeed(
            WorkflowFile file, Map<JobView, Integer> circles, JobView job, Place need) {
        Optional<JobView> needed = file.job(need.text());
        if (need.text().contains("${{")) {
            return Optional.empty();
        }
        if (needed.isEmpty()) {
            List<String> others = file.jobs().stream()
                    .map(JobView::id)
                    .filter(id -> !job.is(id))
                    .limit(Suggestion.MOST_WORDS)
                    .toList();
            return Optional.of(need.problem(
                    "there is no job '" + need.text() + "'", Phrases.meant(need.text(), others, "other jobs")));
        }
        if (needed.get().is(job.id())) {
            return Optional.of(need.problem("job '" + job.id() + "' needs itself", ""));
        }
        if (Objects.equals(circles.get(needed.get()), circles.get(job))) {
            return Optional.of(need.problem(
                    "jobs '" + job.id() + "' and '" + need.text() + "' wait for each other",
                    "remove one of the two dependencies"));
        }
        return Optional.empty();
    }

    /** Cycles are reported above; this is for a workflow that has nothing but waiting jobs. */
    private static void checkStart(WorkflowFile file, List<Problem> problems) {
        boolean stuck = !file.jobs().isEmpty()
                && file.jobs().stream().noneMatch(job -> job.needs().isEmpty());
        if (stuck) {
            problems.add(Problem.at(
                    Pointer.of("/jobs").key(),
                    "no job can start, because each one needs another",
                    "remove 'needs' from the first one"));
        }
    }
}
