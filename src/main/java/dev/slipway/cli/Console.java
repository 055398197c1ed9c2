package dev.slipway.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err everything that is not the result: problems, progress
 * @param coloured whether a person with a terminal that shows colours reads it; asked only if it matters
 */
record Console(PrintWriter out, PrintWriter err, BooleanSupplier coloured) {
    void flush() {
        out.flush();
        err.flush();
    }
}
