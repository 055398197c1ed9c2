package dev.slipway.cli;

import dev.slipway.files.Drift;
import dev.slipway.files.FileDrift;

/** Prints how far a tree is from what is wanted. */
final class DriftPrinter {
    private final Console console;
    private final GlobalOptions options;

    DriftPrinter(Console console, GlobalOptions options) {
        this.console = console;
        this.options = options;
    }

    void print(Drift drift) {
        for (FileDrift file : drift.changed()) {
            console.out().println(file.path() + ": " + file.verdict().words());
            console.out().print(file.diff());
        }
        if (drift.clean() && !options.quiet()) {
            console.out().println(drift.files().size() + " files are current");
        }
    }
}
