package dev.slipway.cli;

/** The exit code of the process. */
enum ExitCode {
    /** Success. */
    FINE(0),
    /** Findings, or files that are not current. */
    FINDINGS(1),
    /** A wrong command line, an invalid config, or a file that cannot be read or written: the user can fix it. */
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
