package dev.slipway.cli;

import java.io.PrintWriter;

/** How far a run through many repositories is, in the last line of a terminal. */
record ProgressBar(PrintWriter terminal, boolean shown, int all) {
    private static final int WIDTH = 30;

    void at(int done) {
        if (shown) {
            int full = WIDTH * done / all;
            terminal.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + "/" + all);
            terminal.flush();
        }
    }

    /** Leaves the line to what is printed next. */
    void clear() {
        if (shown) {
            terminal.print("\r\033[K");
            terminal.flush();
        }
    }
}
