package dev.slipway.cli;

/** The progress of a run through many repositories, in the last line of a terminal. */
record ProgressBar(Printer terminal, boolean shown, int all) {
    private static final int WIDTH = 30;

    void at(int done) {
        if (shown) {
            int full = WIDTH * done / all;
            terminal.raw("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + "/" + all);
            terminal.flush();
        }
    }

    /** Clears the line for the next output. */
    void clear() {
        if (shown) {
            terminal.raw("\r\033[K");
            terminal.flush();
        }
    }
}
