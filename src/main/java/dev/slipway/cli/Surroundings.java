package dev.slipway.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Who reads what a command prints.
 *
 * @param coloured whether a person with a terminal that shows colours does; asked only if it matters
 * @param summary the page that GitHub shows of the job that this runs in
 * @param baseBranch the branch that the pull request goes to which this runs for
 */
record Surroundings(BooleanSupplier coloured, Optional<Path> summary, Optional<String> baseBranch) {
    /** Nobody of whom more is known. */
    static Surroundings plain(BooleanSupplier coloured) {
        return new Surroundings(coloured, Optional.empty(), Optional.empty());
    }

    Surroundings with(BooleanSupplier whetherColoured) {
        return new Surroundings(whetherColoured, summary, baseBranch);
    }
}
