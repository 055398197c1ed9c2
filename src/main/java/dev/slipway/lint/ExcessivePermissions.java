package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds jobs that may do more than they say, or more than others in the workflow need. */
final class ExcessivePermissions implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "excessive-permissions";
    }

    @Override
    public String summary() {
        return "permissions are stated, and what may write is granted job by job";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        Optional<Place> top = file.place().at("permissions");
        top.ifPresent(permissions -> checkTop(file, permissions, problems));
        for (JobView job : file.jobs()) {
            Optional<Place> own = job.place().at("permissions");
            own.filter(permissions -> permissions.text().equals("write-all"))
                    .ifPresent(permissions -> problems.add(permissions.problem(
                            "job '" + job.id() + "' may write everything", "name the scopes that it needs")));
            if (top.isEmpty() && own.isEmpty()) {
                problems.add(job.place()
                        .keyProblem(
                                "job '" + job.id() + "' has whatever permissions the repository gives by default",
                                "write 'permissions: {}' at the top, and what the job needs in the job"));
            }
        }
        return problems;
    }

    private static void checkTop(WorkflowFile file, Place permissions, List<Problem> problems) {
        if (permissions.text().equals("write-all")) {
            problems.add(permissions.problem(
                    "every job may write everything", "write 'permissions: {}' here, and what a job needs in the job"));
        }
        // with a single job, the workflow's permissions are that job's
        if (file.jobs().size() < 2) {
            return;
        }
        permissions.entries().stream()
                .filter(scope -> scope.text().equals("write"))
                .map(scope -> scope.keyProblem(
                        "every job may write '" + scope.name() + "'", "grant it in the jobs that need it"))
                .forEach(problems::add);
    }
}
