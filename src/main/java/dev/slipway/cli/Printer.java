package dev.slipway.cli;

import dev.slipway.report.Printable;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints text that may hold anything a stranger wrote: a terminal shows all of it and obeys nothing, and GitHub finds no
 * command in it. {@link #println(String)} takes one line, and {@link #print(String)} takes lines that end where they say.
 */
final class Printer extends PrintWriter {
    private final BooleanSupplier coloured;

    /** @param coloured whether our own colours are wanted; asked only where there are some */
    Printer(Writer out, BooleanSupplier coloured) {
        super(out);
        this.coloured = coloured;
    }

    /** A printer for the same place. */
    Printer with(BooleanSupplier whetherColoured) {
        return new Printer(out, whetherColoured);
    }

    /** Prints what GitHub shall obey, or what a printer has printed before. */
    void raw(String text) {
        super.write(text, 0, text.length());
    }

    @Override
    public void println(@Nullable String line) {
        write(Printable.oneLine(String.valueOf(line)));
        println();
    }

    @Override
    public void println(@Nullable Object line) {
        println(String.valueOf(line));
    }

    @Override
    public void println() {
        raw("\n");
    }

    @Override
    public void write(String text, int offset, int length) {
        raw(Printable.lines(text.substring(offset, offset + length), coloured));
    }

    @Override
    public void write(char[] text, int offset, int length) {
        write(new String(text, offset, length));
    }

    @Override
    public void write(int character) {
        write(String.valueOf((char) character));
    }
}
