package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds checkouts that leave the token of the job in the work tree. */
final class PersistCredentials implements Rule<WorkflowFile> {
    private static final Pattern PUSH = Pattern.compile("\\bgit\\b[^\\n]*\\b(?:push|fetch|pull|clone|submodule)\\b");

    @Override
    public String id() {
        return "persist-credentials";
    }

    @Override
    public String summary() {
        return "a checkout does not leave credentials behind, unless the job pushes";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            List<StepView> checkouts = job.steps().stream()
                    .filter(step -> step.usesAction("actions/checkout")
                            && step.with("persist-credentials").isEmpty())
                    .toList();
            boolean usesGit = !checkouts.isEmpty()
                    && job.steps().stream()
                            .flatMap(step -> step.run().stream())
                            .anyMatch(run -> PUSH.matcher(run.text()).find());
            checkouts.stream()
                    .filter(step -> !usesGit)
                    .map(step -> step.uses()
                            .orElse(step.place())
                            .problem(
                                    "this checkout leaves the job's token in .git, for every later step to read",
                                    "add 'persist-credentials: false' under 'with'"))
                    .forEach(problems::add);
        }
        return problems;
    }
}
