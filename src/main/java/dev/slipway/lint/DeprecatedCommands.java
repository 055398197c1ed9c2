package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds commands printed to the log that GitHub has switched off or will.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files">Environment files</a>
 */
final class DeprecatedCommands implements Rule<WorkflowFile> {
    private static final Pattern COMMAND =
            Pattern.compile("::(set-output|save-state|set-env|add-path)(?:\\s+name=[^:]*)?::");
    private static final Map<String, String> INSTEAD = Map.of(
            "set-output",
            "GITHUB_OUTPUT",
            "save-state",
            "GITHUB_STATE",
            "set-env",
            "GITHUB_ENV",
            "add-path",
            "GITHUB_PATH");

    @Override
    public String id() {
        return "deprecated-commands";
    }

    @Override
    public String summary() {
        return "scripts use GITHUB_OUTPUT, GITHUB_STATE, GITHUB_ENV and GITHUB_PATH instead of workflow commands in the log";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            for (StepView step : job.steps()) {
                step.run()
                        .filter(run -> run.text().contains("::"))
                        .ifPresent(run -> COMMAND.matcher(run.text())
                                .results()
                                .map(found -> found.group(1))
                                .distinct()
                                .map(command -> run.problem(
                                        "'::" + command + "' is no longer supported",
                                        "append to the file that $" + INSTEAD.get(command) + " names"))
                                .forEach(problems::add));
            }
        }
        return problems;
    }
}
