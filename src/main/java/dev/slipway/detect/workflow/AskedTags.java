package dev.slipway.detect.workflow;

import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.FilterPattern;
import dev.slipway.model.workflow.Job;
import dev.slipway.run.dry.DryRow;
import java.util.ArrayList;
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

    /** What a version has in it only by chance. */
    private static final Pattern PART =
            Pattern.compile("contains\\(\\s*github\\.ref(?:_name)?\\s*,\\s*'([\\w./-]{1,100})'\\s*\\)");

    private static final int DEEPEST = 20;

    /** What only holds for the push of a branch. */
    private static final Pattern BRANCH = Pattern.compile(
            "github\\.ref\\s*+==\\s*+'refs/heads/|github\\.ref_name\\s*+==\\s*+'[a-z]++'|github\\.ref_type\\s*+==\\s*+'branch'"
                    + "|startsWith\\(\\s*+github\\.ref\\s*+,\\s*+'refs/heads/");

    private AskedTags() {}

    /** Whether the condition of a job asks for what was pushed. */
    static boolean asksForPush(Job job) {
        return job.condition()
                .filter(condition -> condition.source().contains("github.ref"))
                .isPresent();
    }

    /** Filters of the tags for which a job releases: those of the workflow, or what the conditions of all such jobs leave of them. */
    static List<String> of(ExistingWorkflow workflow) {
        List<String> filters = workflow.startingTags();
        List<DryRow> releasing =
                workflow.jobs().stream().filter(ReleaseStep::isIn).toList();
        if (filters.isEmpty() || releasing.isEmpty()) {
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
        List<String> left = List.copyOf(asked);
        boolean none = filters.stream()
                .map(filter -> filter.replaceFirst("[*?+\\[!].*", "") + "1.2.3")
                .noneMatch(tag -> FilterPattern.select(left, tag));
        return ALL.containsAll(filters) ? left : none ? List.of() : filters;
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
        return asked(condition.strip().replaceFirst("^\\$\\{\\{", "").replaceFirst("}}$", ""), 0);
    }

    private static Optional<List<String>> asked(String condition, int depth) {
        String text = condition.strip();
        List<String> either = parts(text, "||");
        List<String> all = parts(text, "&&");
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (either.size() > 1) {
            List<Optional<List<String>>> each =
                    either.stream().map(part -> asked(part, depth + 1)).toList();
            return each.stream().allMatch(Optional::isPresent)
                    ? Optional.of(each.stream()
                            .flatMap(part -> part.orElseThrow().stream())
                            .toList())
                    : Optional.empty();
        }
        if (all.size() > 1) {
            List<List<String>> each = all.stream()
                    .flatMap(part -> asked(part, depth + 1).stream())
                    .toList();
            return each.stream()
                    .filter(List::isEmpty)
                    .findFirst()
                    .or(() -> each.stream().findFirst());
        }
        if (text.startsWith("(") && text.endsWith(")")) {
            return asked(text.substring(1, text.length() - 1), depth + 1);
        }
        return one(text);
    }

    private static Optional<List<String>> one(String condition) {
        if (condition.startsWith("!")) {
            return Optional.empty();
        }
        if (BRANCH.matcher(condition).find()) {
            return Optional.of(List.of());
        }
        Matcher start = START.matcher(condition);
        Matcher part = PART.matcher(condition);
        return start.matches()
                ? Optional.of(List.of(start.group(1) + "**"))
                : part.matches() && !"refs/tags/".contains(part.group(1))
                        ? Optional.of(List.of("**" + part.group(1) + "**"))
                        : Optional.empty();
    }

    /** A condition cut at an operator that is in no parentheses. */
    private static List<String> parts(String text, String operator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0 && text.startsWith(operator, at)) {
                parts.add(text.substring(from, at));
                from = at + operator.length();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
