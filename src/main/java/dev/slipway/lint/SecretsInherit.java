package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;

/** Finds reusable workflows that are handed every secret. */
final class SecretsInherit implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "secrets-inherit";
    }

    @Override
    public String summary() {
        return "reusable workflows get only the secrets that they need";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        return file.jobs().stream()
                .flatMap(job -> job.place().at("secrets").stream())
                .filter(secrets -> secrets.text().equals("inherit"))
                .map(secrets ->
                        secrets.problem("the called workflow gets every secret", "pass only the secrets that it needs"))
                .toList();
    }
}
