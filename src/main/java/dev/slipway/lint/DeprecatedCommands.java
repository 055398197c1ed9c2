package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds commands printed to the log that GitHub has switched off or will.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files">Environment files</a>
 */
final class DeprecatedCommands implements Rule<WorkflowFile> {
    private static final String MARK = "::";
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
        return "scripts use 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV' and 'GITHUB_PATH' instead of workflow commands in the log";
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
                step.run().ifPresent(run -> {
                    for (String command : commands(run.text())) {
                        problems.add(run.problem(
                                "'::" + command + "' is no longer supported",
                                "append to the file that $" + INSTEAD.get(command) + " names"));
                    }
                });
            }
        }
        return problems;
    }

    private static Set<String> commands(String script) {
        int at = script.indexOf(MARK);
        if (at < 0) {
            return Set.of();
        }
        Set<String> found = new LinkedHashSet<>();
        Matcher command = COMMAND.matcher(script);
        while (at >= 0) {
            boolean here = command.region(at, script.length()).lookingAt();
            if (here) {
                found.add(command.group(1));
            }
            at = script.indexOf(MARK, here ? command.end() : at + 1);
        }
        return found;
    }
}
