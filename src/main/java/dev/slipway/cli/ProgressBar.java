package dev.slipway.cli;

/** How far a run through many repositories is, in the last line of a terminal. */
record ProgressBar(Printer terminal, boolean shown, int all) {
    private static final int WIDTH = 30;

    void at(int done) {
        if (shown) {
            int full = WIDTH * done / all;
            terminal.raw("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + "/" + all);
            terminal.flush();
        }
    }

    /** Leaves the line to what is printed next. */
    void clear() {
        if (shown) {
            terminal.raw("\r\033[K");
            terminal.flush();
        }
    }
}
