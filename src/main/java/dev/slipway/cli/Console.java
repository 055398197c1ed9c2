package dev.slipway.cli;

import dev.slipway.report.Style;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where a command prints its output.
 *
 * @param out results
 * @param err everything that is not the result: problems, progress
 */
record Console(Printer out, Printer err, Surroundings around) {
    Console(Writer out, Writer err, Surroundings around) {
        this(new Printer(out, around), new Printer(err, around), around);
    }

    Console(Writer out, Writer err, BooleanSupplier coloured) {
        this(out, err, Surroundings.plain(coloured));
    }

    /** The same, with colors if the command line asks for them. */
    Console with(BooleanSupplier whetherColoured) {
        Surroundings known = around.with(whetherColoured);
        return new Console(out.with(known), err.with(known), known);
    }

    /** Whether a person with a terminal that shows colors reads it. */
    BooleanSupplier coloured() {
        return around.coloured();
    }

    /** The page that GitHub shows of the job that this runs in. */
    Optional<Path> summary() {
        return around.summary();
    }

    /** How text for people looks here. */
    Style style() {
        return new Style(coloured().getAsBoolean(), around.width());
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
