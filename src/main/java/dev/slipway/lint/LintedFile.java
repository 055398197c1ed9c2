package dev.slipway.lint;

import dev.slipway.source.Node;
import dev.slipway.source.SourceText;

/** A file that rules look at: its text, and the tree that the pointers of its problems are looked up in. */
interface LintedFile {
    SourceText source();

    Node root();
}
