package dev.slipway.detect.workflow;

import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.run.dry.DryRow;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds which tags the jobs of a workflow ask for, if each tag starts the workflow. */
final class AskedTags {
    private static final Set<String> ALL = Set.of("*", "**");
    private static final Pattern START = Pattern.compile(
            "startsWith\\(\\s*github\\.ref(?:_name)?\\s*,\\s*'(?:refs/tags/)?+((?!refs/)[\\w./-]{1,100})'\\s*\\)");

    /** What only holds for the push of a branch. */
    private static final Pattern BRANCH = Pattern.compile(
            "github\\.ref\\s*+==\\s*+'refs/heads/|github\\.ref_name\\s*+==\\s*+'[a-z]++'|github\\.ref_type\\s*+==\\s*+'branch'"
                    + "|startsWith\\(\\s*+github\\.ref\\s*+,\\s*+'refs/heads/");

    private AskedTags() {}

    /** Filters of the tags for which a job releases: those of the workflow, or what the conditions of all such jobs leave of them. */
    static List<String> of(ExistingWorkflow workflow) {
        List<String> filters = workflow.startingTags();
        List<DryRow> releasing =
                workflow.jobs().stream().filter(ReleaseStep::isIn).toList();
        if (!ALL.containsAll(filters) || filters.isEmpty() || releasing.isEmpty()) {
            return filters;
        }
        Set<String> asked = new LinkedHashSet<>();
        for (DryRow row : releasing) {
            Optional<List<String>> own = job(workflow, row).flatMap(job -> asked(job, new HashSet<>()));
            if (own.isEmpty()) {
                return filters;
            }
            asked.addAll(own.get());
        }
        return List.copyOf(asked);
    }

    /** The job of the workflow itself that comes to a run, if need be by a call. */
    private static Optional<Job> job(ExistingWorkflow workflow, DryRow row) {
        String file = row.place().replaceFirst(":[0-9]++$", "");
        return workflow.run().workflow().jobs().stream()
                .filter(job -> file.equals(workflow.file())
                        ? job.id().equals(row.id())
                        : job instanceof CallJob call
                                && call.workflow()
                                        .name()
                                        .replaceFirst("^[.$]/", "")
                                        .equals(file))
                .findFirst();
    }

    /** The tags for which a job runs; without a condition, a job is skipped with those that it needs. */
    private static Optional<List<String>> asked(Job job, Set<String> seen) {
        if (!seen.add(job.id())) {
            return Optional.empty();
        }
        if (job.condition().isPresent()) {
            return job.condition().map(Expr::source).flatMap(AskedTags::asked);
        }
        return job.needs().stream()
                .flatMap(needed -> asked(needed, seen).stream())
                .findFirst();
    }

    private static Optional<List<String>> asked(String condition) {
        if (condition.contains("||") || condition.contains("!(")) {
            return Optional.empty();
        }
        if (BRANCH.matcher(condition).find()) {
            return Optional.of(List.of());
        }
        Matcher start = START.matcher(condition);
        return !condition.contains("!") && start.find()
                ? Optional.of(List.of(start.group(1) + "**"))
                : Optional.empty();
    }
}
