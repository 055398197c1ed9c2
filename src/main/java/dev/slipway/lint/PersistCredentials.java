package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds checkouts that leave the token of the job in the work tree. */
final class PersistCredentials implements Rule<WorkflowFile> {
    private static final Pattern GIT = Pattern.compile("\\bgit\\b");
    private static final Pattern REMOTE = Pattern.compile("\\b(?:push|fetch|pull|clone|submodule)\\b");

    @Override
    public String id() {
        return "persist-credentials";
    }

    @Override
    public String summary() {
        return "checkouts keep no credentials unless the job pushes";
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
                            .anyMatch(run -> usesRemote(run.text()));
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

    /** Whether a line has one of these words somewhere after 'git'. */
    private static boolean usesRemote(String script) {
        for (String line : script.split("\n")) {
            Matcher git = GIT.matcher(line);
            Matcher remote = REMOTE.matcher(line);
            if (git.find() && remote.find(git.end())) {
                return true;
            }
        }
        return false;
    }
}
