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
 */
record Console(Printer out, Printer err, Surroundings around) {
    Console(Writer out, Writer err, Surroundings around) {
        this(new Printer(out, around.coloured()), new Printer(err, around.coloured()), around);
    }

    Console(Writer out, Writer err, BooleanSupplier coloured) {
        this(out, err, Surroundings.plain(coloured));
    }

    /** The same with colours where a command line asks for them. */
    Console with(BooleanSupplier whetherColoured) {
        return new Console(out.with(whetherColoured), err.with(whetherColoured), around.with(whetherColoured));
    }

    /** Whether a person with a terminal that shows colours reads it. */
    BooleanSupplier coloured() {
        return around.coloured();
    }

    /** The page that GitHub shows of the job that this runs in. */
    Optional<Path> summary() {
        return around.summary();
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
