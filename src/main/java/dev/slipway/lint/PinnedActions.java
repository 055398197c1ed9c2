package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds actions that can change without a change of the workflow. */
final class PinnedActions implements Rule<WorkflowFile> {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern VERSION_COMMENT = Pattern.compile("#.*\\d");

    @Override
    public String id() {
        return "pinned-actions";
    }

    @Override
    public String summary() {
        return "every action is pinned to a commit, with its version in a comment";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            job.place().at("uses").ifPresent(uses -> check(file, uses).ifPresent(problems::add));
            job.steps()
                    .forEach(step ->
                            step.uses().flatMap(uses -> check(file, uses)).ifPresent(problems::add));
        }
        return problems;
    }

    private static Optional<Problem> check(WorkflowFile file, Place uses) {
        String action = uses.text();
        if (action.startsWith("./")
                || action.startsWith("$/")
                || action.startsWith("docker://")
                || action.contains("${{")) {
            return Optional.empty();
        }
        String ref = action.substring(action.indexOf('@') + 1);
        if (!COMMIT.matcher(ref).matches()) {
            return Optional.of(uses.problem(
                    "'" + action + "' is not pinned to a commit",
                    "write the full commit in place of '" + ref + "', and the version behind it in a comment"));
        }
        String line = file.lineOf(uses);
        String rest = line.substring(Math.max(0, line.indexOf(ref)));
        return VERSION_COMMENT.matcher(rest).find()
                ? Optional.empty()
                : Optional.of(uses.problem(
                        "nothing says which version '" + Words.shortened(action) + "' is",
                        "add it as a comment, such as '# v1.2.3', so that people and update tools can read it"));
    }
}
