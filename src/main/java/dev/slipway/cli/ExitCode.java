package dev.slipway.cli;

/** What the process says to the shell that started it. */
enum ExitCode {
    /** All is well. */
    FINE(0),
    /** Findings, or files that are not current. */
    FINDINGS(1),
    /** A wrong command line, an invalid config, a file that cannot be read or written: the user can mend it. */
    INVALID(2),
    /** A bug in Slipway. */
    BUG(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
