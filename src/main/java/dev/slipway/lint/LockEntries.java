package dev.slipway.lint;

import dev.slipway.lock.ActionsLock;
import dev.slipway.lock.LockedAction;
import dev.slipway.lock.LockedAction.Listed;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a lockfile of actions names without an entry, and entries that lock nothing. */
final class LockEntries implements Rule<LockFile> {
    private static final String HELP = "run 'gh actions-lock'; the file is not meant to be edited";

    private static final Pointer WORKFLOWS = Pointer.of("/workflows");

    @Override
    public String id() {
        return "lock-entries";
    }

    @Override
    public String summary() {
        return "every workflow that the lockfile names is there, and every action has an entry with a commit";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(LockFile file, LintContext context) {
        ActionsLock lock = file.lock();
        List<Problem> problems = new ArrayList<>();
        boolean lists = file.root()
                .child("workflows")
                .map(list -> list.fold(mapping -> true, sequence -> false, scalar -> false))
                .orElse(false);
        if (!lists) {
            problems.add(Problem.at(Pointer.ROOT, "there is no mapping 'workflows', so no workflow is locked", HELP));
        }
        lock.workflows().keySet().stream()
                .filter(path -> !context.workflows().contains(path) && !context.has(path))
                .sorted()
                .forEach(path -> problems.add(
                        Problem.at(place(file, path), "there is no workflow '" + path + "', which it locks", HELP)));
        Stream<Listed> named = Stream.concat(
                lock.workflows().values().stream().flatMap(List::stream),
                lock.actions().values().stream().flatMap(action -> action.uses().stream()));
        named.filter(listed -> lock.find(listed.key()).isEmpty())
                .forEach(listed -> problems.add(
                        Problem.at(listed.where(), "'" + listed.key() + "' has no entry in 'dependencies'", HELP)));
        lock.actions().values().forEach(action -> check(action, problems));
        return problems;
    }

    /** The key of a workflow, which may begin with {@code ./}. */
    private static Pointer place(LockFile file, String path) {
        Pointer plain = WORKFLOWS.child(path);
        return (file.root().at(plain).isPresent() ? plain : WORKFLOWS.child("./" + path)).key();
    }

    private static void check(LockedAction action, List<Problem> problems) {
        if (!action.commit().matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
            problems.add(Problem.at(action.where().key(), "'" + action.key() + "' is locked to no commit", HELP));
        } else if (action.contradictsItself()) {
            problems.add(Problem.at(
                    action.where().child("commit"),
                    "'" + action.key() + "' is locked to another commit, '" + action.commit() + "'",
                    HELP));
        }
    }
}
