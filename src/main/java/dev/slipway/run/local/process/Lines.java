package dev.slipway.run.local.process;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines of what a program prints. A line end is a line feed, a carriage return, or both. */
final class Lines {
    /** Longer lines come in parts, so that a program that never ends its line does not fill the memory; in characters. */
    static final int LONGEST = 1 << 20;

    private final Reader reader;
    private final char[] buffer = new char[1 << 13];
    private int at;
    private int filled;
    private boolean afterReturn;

    Lines(Reader reader) {
        this.reader = reader;
    }

    /** The next line without its end; empty if there is none. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST) {
            if (at == filled) {
                filled = reader.read(buffer);
                at = 0;
                if (filled <= 0) {
                    filled = 0;
                    return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
                }
            }
            char next = buffer[at++];
            boolean second = afterReturn && next == '\n';
            afterReturn = next == '\r';
            if (second) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                return Optional.of(line.toString());
            }
            line.append(next);
        }
        return Optional.of(line.toString());
    }
}
