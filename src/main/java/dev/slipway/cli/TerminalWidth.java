package dev.slipway.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * How many columns the terminal has that a person reads in: what {@code COLUMNS} says, else what the terminal says, else 80.
 * Without a terminal there is no limit, so that a file or a pipe gets the same bytes everywhere.
 */
final class TerminalWidth {
    private static final int USUAL = 80;
    private static final int NARROWEST = 40;
    private static final int SECONDS = 2;

    private TerminalWidth() {}

    /** Asks for it on first use. */
    static IntSupplier of(Map<String, String> environment) {
        return new IntSupplier() {
            private int known = -1;

            @Override
            public synchronized int getAsInt() {
                if (known < 0) {
                    known = System.console() == null ? 0 : width(environment);
                }
                return known;
            }
        };
    }

    private static int width(Map<String, String> environment) {
        int columns = number(environment.getOrDefault("COLUMNS", ""))
                .or(TerminalWidth::ofTerminal)
                .orElse(USUAL);
        return Math.max(columns, NARROWEST);
    }

    private static Optional<Integer> number(String word) {
        return word.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.parseInt(word)) : Optional.empty();
    }

    /** The output of {@code stty}: rows and columns. */
    private static Optional<Integer> ofTerminal() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] answer = process.getInputStream().readNBytes(64);
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            String size = new String(answer, StandardCharsets.US_ASCII).strip();
            return ended ? number(size.substring(size.indexOf(' ') + 1)) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
