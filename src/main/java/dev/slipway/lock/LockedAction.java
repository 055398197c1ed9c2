package dev.slipway.lock;

import dev.slipway.source.Pointer;
import java.util.List;

/**
 * An action in the lockfile.
 *
 * @param where its entry
 * @param commit what runners fetch, in lower case; empty if the entry has none
 * @param uses the actions that it uses itself
 */
public record LockedAction(LockKey key, Pointer where, String commit, List<Listed> uses) {
    public LockedAction {
        uses = List.copyOf(uses);
    }

    /** Whether the name of the entry is a commit other than the one that runners would fetch. */
    public boolean contradictsItself() {
        return key.isCommit() && !commit.isEmpty() && !commit.equalsIgnoreCase(key.ref());
    }

    /**
     * An action in a list.
     *
     * @param where the item of the list
     */
    public record Listed(LockKey key, Pointer where) {}
}
