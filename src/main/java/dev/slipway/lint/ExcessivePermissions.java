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
        return "permissions are explicit, and write access is granted job by job";
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
                            "job '" + job.id() + "' has write access to everything",
                            "list only the scopes that it needs")));
            if (top.isEmpty() && own.isEmpty()) {
                problems.add(job.place()
                        .keyProblem(
                                "job '" + job.id() + "' gets the default permissions of the repository",
                                "write 'permissions: {}' at the top, and grant the job what it needs"));
            }
        }
        return problems;
    }

    private static void checkTop(WorkflowFile file, Place permissions, List<Problem> problems) {
        if (permissions.text().equals("write-all")) {
            problems.add(permissions.problem(
                    "every job has write access to everything",
                    "write 'permissions: {}' here, and grant each job what it needs"));
        }
        // with a single job, the workflow's permissions are that job's
        if (file.jobs().size() < 2) {
            return;
        }
        permissions.entries().stream()
                .filter(scope -> scope.text().equals("write"))
                .map(scope -> scope.keyProblem(
                        "every job has write access to '" + scope.name() + "'", "grant it in the jobs that need it"))
                .forEach(problems::add);
    }
}
