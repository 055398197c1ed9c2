package dev.slipway.run.local.process;

import java.time.Duration;

/** How a process came to its end. */
public sealed interface End {
    /** What a shell would have as its exit status: that of the program, 124 after a time-out, 130 after Ctrl-C. */
    int status();

    /** What is wrong, in one line; empty if nothing is. */
    String problem();

    /** Whether the program ran to its end and succeeded. */
    default boolean succeeded() {
        return status() == 0;
    }

    /**
     * The program ended by itself.
     *
     * @param status 0 for success; 128 and the number of the signal if a signal ended it
     */
    record Exited(int status) implements End {
        @Override
        public String problem() {
            return status == 0 ? "" : "exit status " + status;
        }
    }

    /**
     * The program took too long, and was ended with all that it started.
     *
     * @param after the time it was given
     */
    record TimedOut(Duration after) implements End {
        @Override
        public int status() {
            return 124;
        }

        @Override
        public String problem() {
            return "stopped after " + after.toSeconds() + " s";
        }
    }

    /** The thread that waited was interrupted (it still is); the program was ended with all that it started. */
    record Interrupted() implements End {
        @Override
        public int status() {
            return 130;
        }

        @Override
        public String problem() {
            return "interrupted";
        }
    }

    /**
     * There is no such program or folder, or it may not be run.
     *
     * @param problem the reason, in one line
     */
    record NotStarted(String problem) implements End {
        @Override
        public int status() {
            return 127;
        }
    }
}
