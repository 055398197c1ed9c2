package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** Finds passwords of registries that are in the workflow. */
final class HardcodedCredentials implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "hardcoded-credentials";
    }

    @Override
    public String summary() {
        return "registry passwords come from secrets";
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
                        "everyone who can read this file can read the password",
                        "store it as a secret, and write ${{ secrets.NAME }}"))
                .ifPresent(problems::add);
    }
}
