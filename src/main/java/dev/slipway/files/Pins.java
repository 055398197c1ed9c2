package dev.slipway.files;

import java.util.Set;

/**
 * Who owns the refs in {@code uses:} lines: the committed workflow, as a rule, so that bots may bump them.
 *
 * @param strict whether the config owns them all
 * @param locked what GitHub's lockfile pins in place of the workflow
 * @param overridden the actions whose ref the config states itself: {@code owner/repo}, or with a path
 * @param newest the actions of which the newer version counts, wherever it is stated
 */
public record Pins(boolean strict, Locked locked, Set<String> overridden, Set<String> newest) {
    public Pins {
        overridden = Set.copyOf(overridden);
        newest = Set.copyOf(newest);
    }

    /** The committed workflow owns every ref. */
    public static Pins fromTree() {
        return new Pins(false, Locked.NONE, Set.of(), Set.of());
    }

    /** The committed workflow owns every ref but those of some actions. */
    public static Pins fromTreeExcept(Set<String> overridden) {
        return new Pins(false, Locked.NONE, overridden, Set.of());
    }

    /** The committed workflow owns every ref, but of some actions the newer version counts. */
    public static Pins fromTreeOrNewer(Set<String> newest) {
        return new Pins(false, Locked.NONE, Set.of(), newest);
    }

    /** The config owns every ref. */
    public static Pins fromConfig() {
        return new Pins(true, Locked.NONE, Set.of(), Set.of());
    }

    /** The same, in a repository with a lockfile. */
    public Pins with(Locked lock) {
        return new Pins(strict, lock, overridden, newest);
    }

    /** Whether the ref of a committed line may replace what is wanted. */
    boolean keeps(UsesLine committed, UsesLine wanted) {
        boolean older = newest.contains(wanted.action()) && committed.olderThan(wanted);
        return locked.holds(committed) || committed.mayReplace(wanted) && !older;
    }

    boolean ownedByTree(String action) {
        String[] parts = action.split("/");
        return !strict && !overridden.contains(action) && !overridden.contains(parts[0] + "/" + parts[1]);
    }
}
