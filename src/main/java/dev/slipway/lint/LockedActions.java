package dev.slipway.lint;

import dev.slipway.lock.ActionsLock;
import dev.slipway.lock.LockKey;
import dev.slipway.lock.LockedAction;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds actions that a locked workflow uses and its lockfile does not contain: GitHub refuses such a run before its first job.
 *
 * @see <a href="https://docs.github.com/en/actions/concepts/security/workflow-dependency-lockfiles">Workflow dependency
 *     lockfiles</a>
 */
final class LockedActions implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "locked-actions";
    }

    @Override
    public String summary() {
        return "every action of a locked workflow is in the lockfile, at the ref that the workflow uses";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        String path = file.source().name();
        Optional<ActionsLock> lock = context.lock().map(LockFile::lock).filter(known -> known.locks(path));
        List<Problem> problems = new ArrayList<>();
        lock.ifPresent(known -> file.uses()
                .forEach(uses -> LockKey.ofUses(uses.text())
                        .flatMap(key -> fault(known, path, key))
                        .ifPresent(fault -> problems.add(
                                uses.problem(fault, "run '" + command(path) + "', and commit the file")))));
        return problems;
    }

    /** What brings the lockfile up to a workflow. */
    static String command(String path) {
        return "gh actions-lock " + path;
    }

    private static Optional<String> fault(ActionsLock lock, String path, LockKey key) {
        Optional<LockedAction> entry = lock.find(key);
        if (lock.lists(path, key) && entry.isPresent()) {
            return entry.filter(LockedAction::contradictsItself)
                    .map(action -> "actions.lock locks '" + key + "' to another commit, '" + action.commit() + "'");
        }
        if (entry.isPresent()) {
            return Optional.of("'" + key + "' is in actions.lock, but not in its list for this workflow");
        }
        List<String> others = lock.refs(path, key.repository());
        return Optional.of(
                others.isEmpty()
                        ? "'" + key + "' is not in actions.lock, so GitHub refuses to start the workflow"
                        : "actions.lock has '" + key.repository() + "' at '" + String.join("', '", others)
                                + "', not at '" + key.ref() + "', so GitHub refuses to start the workflow");
    }
}
