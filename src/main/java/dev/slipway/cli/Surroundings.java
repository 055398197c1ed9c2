package dev.slipway.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * The reader of a command's output.
 *
 * @param coloured whether a person with a terminal that shows colors does; asked only if it matters
 * @param width of the terminal in columns, 0 if there is none; asked only if it matters
 * @param summary the page that GitHub shows of the job that this runs in
 * @param baseBranch the branch that the pull request goes to which this runs for
 */
record Surroundings(BooleanSupplier coloured, IntSupplier width, Optional<Path> summary, Optional<String> baseBranch) {
    /** Nobody of whom more is known; lines may have any length. */
    static Surroundings plain(BooleanSupplier coloured) {
        return new Surroundings(coloured, () -> 0, Optional.empty(), Optional.empty());
    }

    Surroundings with(BooleanSupplier whetherColoured) {
        return new Surroundings(whetherColoured, width, summary, baseBranch);
    }

    /** The same reader, for a part of what is printed that is not a job on GitHub. */
    Surroundings inPart() {
        return new Surroundings(coloured, width, Optional.empty(), Optional.empty());
    }
}
