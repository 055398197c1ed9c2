package dev.slipway.run.local.github;

import dev.slipway.run.local.process.CommandResult;

/** A command that ends early, with its message. */
final class Failure extends RuntimeException {
    private final int exit;

    Failure(String message) {
        this(1, message);
    }

    Failure(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    /** A command that is right, but that a rehearsal cannot answer. */
    static Failure noStandIn(String command) {
        return new Failure("the rehearsal has no stand-in for '" + command
                + "', and nothing may leave this machine: rehearse the other jobs with --job,"
                + " or run the step only if SLIPWAY_COMMANDS is not set");
    }

    CommandResult answer() {
        return new CommandResult(exit, "", String.valueOf(getMessage()) + "\n");
    }
}
