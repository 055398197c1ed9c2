package dev.slipway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err everything that is not the result: problems, progress
 * @param summary the page that GitHub shows of the job that this runs in
 * @param coloured whether a person with a terminal that shows colours reads it; asked only if it matters
 */
record Console(PrintWriter out, PrintWriter err, Optional<Path> summary, BooleanSupplier coloured) {
    Console(PrintWriter out, PrintWriter err, BooleanSupplier coloured) {
        this(out, err, Optional.empty(), coloured);
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
