package dev.slipway.cli;

import dev.slipway.report.FindingReport;
import dev.slipway.report.Fitted;
import dev.slipway.report.Printable;
import dev.slipway.report.Style;
import dev.slipway.source.Severity;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Prints text that may hold anything a stranger wrote: a terminal shows all of it and obeys nothing, and GitHub finds no
 * command in it. {@link #println(String)} takes one line for people, which is broken to fit a terminal, and {@link
 * #print(String)} takes text with its own line ends.
 */
final class Printer extends PrintWriter {
    private final Surroundings reader;

    Printer(Writer out, Surroundings reader) {
        super(out);
        this.reader = reader;
    }

    /** A printer for the same place and another reader. */
    Printer with(Surroundings other) {
        return new Printer(out, other);
    }

    /** Prints workflow commands for GitHub, or text that a printer has already escaped. */
    void raw(String text) {
        super.write(text, 0, text.length());
    }

    @Override
    public void println(@Nullable String line) {
        write(Fitted.line(painted(Printable.oneLine(String.valueOf(line))), reader.width()));
        println();
    }

    /** Colors the first word of a message as a report does. */
    private String painted(String line) {
        for (Severity severity : Severity.values()) {
            String word = severity.word() + ":";
            if (line.startsWith(word + " ") && reader.coloured().getAsBoolean()) {
                return FindingReport.severity(severity, Style.COLOURED) + line.substring(word.length());
            }
        }
        return line;
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
        raw(Printable.lines(text.substring(offset, offset + length), reader.coloured()));
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
