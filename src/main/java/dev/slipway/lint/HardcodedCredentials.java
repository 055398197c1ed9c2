package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** Finds passwords of registries that stand in the workflow. */
final class HardcodedCredentials implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "hardcoded-credentials";
    }

    @Override
    public String summary() {
        return "the password of a registry comes from a secret";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            job.place().at("container").ifPresent(container -> check(container, problems));
            job.place().entries("services").forEach(service -> check(service, problems));
        }
        return problems;
    }

    private static void check(Place container, List<Problem> problems) {
        container
                .at("credentials", "password")
                .filter(password ->
                        !password.text().isEmpty() && !password.text().contains("${{"))
                .map(password -> password.problem(
                        "this password can be read by everybody who can read the file",
                        "make it a secret, and write ${{ secrets.NAME }}"))
                .ifPresent(problems::add);
    }
}
