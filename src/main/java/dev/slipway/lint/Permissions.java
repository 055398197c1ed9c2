package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds permissions that GitHub does not know.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions">permissions</a>
 */
final class Permissions implements Rule<WorkflowFile> {
    private static final List<String> WRITABLE = List.of(
            "actions",
            "artifact-metadata",
            "attestations",
            "checks",
            "code-quality",
            "contents",
            "deployments",
            "discussions",
            "drives",
            "issues",
            "packages",
            "pages",
            "pull-requests",
            "repository-projects",
            "security-events",
            "statuses",
            "vulnerability-alerts");
    private static final List<String> WRITE_ONLY = List.of("copilot-requests", "id-token");
    private static final List<String> READ_ONLY = List.of("models");
    private static final List<String> WORDS = List.of("read-all", "write-all");

    @Override
    public String id() {
        return "permissions";
    }

    @Override
    public String summary() {
        return "every permission is a scope that exists with a level that it has";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        file.place().at("permissions").ifPresent(permissions -> check(permissions, problems));
        file.jobs()
                .forEach(job -> job.place().at("permissions").ifPresent(permissions -> check(permissions, problems)));
        return problems;
    }

    private static void check(Place permissions, List<Problem> problems) {
        if (permissions.isScalar() && !permissions.isNothing() && !WORDS.contains(permissions.text())) {
            problems.add(permissions.problem(
                    "'" + permissions.text() + "' is no set of permissions",
                    "write read-all, write-all, {} or a mapping of scopes"));
        }
        for (Place scope : permissions.entries()) {
            List<String> levels = levels(scope.name());
            if (levels.isEmpty()) {
                List<String> known = Stream.of(WRITABLE, WRITE_ONLY, READ_ONLY)
                        .flatMap(List::stream)
                        .sorted()
                        .toList();
                problems.add(scope.keyProblem(
                        "unknown permission '" + scope.name() + "'", Words.meant(scope.name(), known, "permissions")));
            } else if (!levels.contains(scope.text())) {
                problems.add(scope.problem(
                        "'" + scope.name() + "' cannot be '" + scope.text() + "'",
                        "its levels are " + String.join(", ", levels)));
            }
        }
    }

    private static List<String> levels(String scope) {
        if (WRITE_ONLY.contains(scope)) {
            return List.of("write", "none");
        }
        if (READ_ONLY.contains(scope)) {
            return List.of("read", "none");
        }
        return WRITABLE.contains(scope) ? List.of("read", "write", "none") : List.of();
    }
}
