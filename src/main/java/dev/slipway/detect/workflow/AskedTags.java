package dev.slipway.detect.workflow;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.run.dry.DryRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds which tags the jobs of a workflow ask for, if each tag starts the workflow. */
final class AskedTags {
    private static final Set<String> ALL = Set.of("*", "**");
    private static final Pattern START = Pattern.compile(
            "startsWith\\(\\s*github\\.ref(?:_name)?\\s*,\\s*'(?:refs/tags/)?+((?!refs/)[\\w./-]{1,100})'\\s*\\)");

    private AskedTags() {}

    /** Filters of the tags for which a job releases: those of the workflow, or what the conditions of all such jobs leave of them. */
    static List<String> of(ExistingWorkflow workflow) {
        List<String> filters = workflow.startingTags();
        if (!ALL.containsAll(filters) || filters.isEmpty()) {
            return filters;
        }
        Map<String, Job> jobs =
                workflow.run().workflow().jobs().stream().collect(Collectors.toMap(Job::id, Function.identity()));
        List<String> asked = new ArrayList<>();
        for (DryRow row : workflow.jobs()) {
            if (ReleaseStep.isIn(row)) {
                Optional<String> start =
                        Optional.ofNullable(jobs.get(row.id())).flatMap(job -> start(job, new HashSet<>()));
                if (start.isEmpty()) {
                    return filters;
                }
                asked.add(start.get() + "**");
            }
        }
        return asked.isEmpty() ? filters : asked.stream().distinct().toList();
    }

    /** How a tag must start for a job to run; without a condition, a job is skipped with those that it needs. */
    private static Optional<String> start(Job job, Set<String> seen) {
        if (!seen.add(job.id())) {
            return Optional.empty();
        }
        if (job.condition().isPresent()) {
            return job.condition().map(Expr::source).flatMap(AskedTags::start);
        }
        return job.needs().stream()
                .flatMap(needed -> start(needed, seen).stream())
                .findFirst();
    }

    private static Optional<String> start(String condition) {
        if (condition.contains("||") || condition.contains("!")) {
            return Optional.empty();
        }
        Matcher start = START.matcher(condition);
        return start.find() ? Optional.of(start.group(1)) : Optional.empty();
    }
}
