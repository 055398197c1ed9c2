package dev.slipway.lint;

import dev.slipway.lock.LockKey;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds actions that can change without a change of the workflow. */
final class PinnedActions implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "pinned-actions";
    }

    @Override
    public String summary() {
        return "actions are pinned to commits, with the version in a comment";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (Place uses : file.uses()) {
            if (!isLocked(uses.text(), file, context)) {
                check(file, uses).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** The lockfile pins what it contains: the workflow keeps the version that people read. */
    private static boolean isLocked(String uses, WorkflowFile file, LintContext context) {
        if (context.lock().isEmpty()) {
            return false;
        }
        Optional<LockKey> key = LockKey.ofUses(uses).filter(name -> !name.isCommit());
        return context.lock()
                .flatMap(lock -> key.filter(
                                name -> lock.lock().lists(file.source().name(), name))
                        .flatMap(lock.lock()::find))
                .filter(action -> !action.commit().isEmpty())
                .isPresent();
    }

    private static boolean isCommit(String ref) {
        for (int i = 0; i < ref.length(); i++) {
            if ("0123456789abcdef".indexOf(ref.charAt(i)) < 0) {
                return false;
            }
        }
        return ref.length() == 40 || ref.length() == 64;
    }

    private static Optional<Problem> check(WorkflowFile file, Place uses) {
        String action = uses.text();
        if (LocalCalls.isLocal(action) || action.startsWith("docker://") || action.contains("${{")) {
            return Optional.empty();
        }
        String ref = action.substring(action.indexOf('@') + 1);
        if (!isCommit(ref)) {
            return Optional.of(uses.problem(
                    "'" + action + "' is not pinned to a commit",
                    "write the full commit in place of '" + ref + "', followed by the version in a comment"));
        }
        String line = file.lineOf(uses);
        int comment = line.indexOf('#', line.indexOf(ref));
        return comment >= 0 && line.chars().skip(comment).anyMatch(c -> c >= '0' && c <= '9')
                ? Optional.empty()
                : Optional.of(uses.problem(
                        "no comment gives the version of '" + Phrases.shortened(action) + "'",
                        "add it as a comment, such as '# v1.2.3', so that people and update tools can read it"));
    }
}
