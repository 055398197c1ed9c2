package dev.slipway.lint;

import dev.slipway.lock.ActionsLock;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;

/** GitHub's lockfile of actions as rules see it. */
record LockFile(SourceText source, Node root, ActionsLock lock) implements LintedFile {
    static LockFile of(SourceText source, Node root) {
        return new LockFile(source, root, ActionsLock.of(root));
    }
}
