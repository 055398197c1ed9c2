package dev.slipway.cli;

import java.io.Writer;
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
record Console(Printer out, Printer err, Optional<Path> summary, BooleanSupplier coloured) {
    Console(Writer out, Writer err, Optional<Path> summary, BooleanSupplier coloured) {
        this(new Printer(out, coloured), new Printer(err, coloured), summary, coloured);
    }

    Console(Writer out, Writer err, BooleanSupplier coloured) {
        this(out, err, Optional.empty(), coloured);
    }

    /** The same with colours where a command line asks for them. */
    Console with(BooleanSupplier whetherColoured) {
        return new Console(out.with(whetherColoured), err.with(whetherColoured), summary, whetherColoured);
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
