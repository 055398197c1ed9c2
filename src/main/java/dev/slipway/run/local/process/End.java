package dev.slipway.run.local.process;

import java.time.Duration;
import java.util.function.Function;

/** How a process came to its end. */
public sealed interface End {
    <T> T fold(
            Function<Exited, T> exited,
            Function<TimedOut, T> timedOut,
            Function<Interrupted, T> interrupted,
            Function<NotStarted, T> notStarted);

    /** Whether the program ran to its end and says that all went well. */
    default boolean succeeded() {
        return fold(exited -> exited.status() == 0, timedOut -> false, interrupted -> false, notStarted -> false);
    }

    /** What is wrong, in one line; empty where nothing is. */
    default String problem() {
        return fold(
                exited -> exited.status() == 0 ? "" : "exit status " + exited.status(),
                timedOut -> "stopped after " + timedOut.after().toSeconds() + " s",
                interrupted -> "interrupted",
                NotStarted::why);
    }

    /**
     * The program ended by itself.
     *
     * @param status 0 where all went well; 128 and the number of the signal where a signal ended it
     */
    record Exited(int status) implements End {
        @Override
        public <T> T fold(
                Function<Exited, T> exited,
                Function<TimedOut, T> timedOut,
                Function<Interrupted, T> interrupted,
                Function<NotStarted, T> notStarted) {
            return exited.apply(this);
        }
    }

    /**
     * The program took too long, and was ended with all that it started.
     *
     * @param after the time it was given
     */
    record TimedOut(Duration after) implements End {
        @Override
        public <T> T fold(
                Function<Exited, T> exited,
                Function<TimedOut, T> timedOut,
                Function<Interrupted, T> interrupted,
                Function<NotStarted, T> notStarted) {
            return timedOut.apply(this);
        }
    }

    /** The thread that waited was interrupted (it still is); the program was ended with all that it started. */
    record Interrupted() implements End {
        @Override
        public <T> T fold(
                Function<Exited, T> exited,
                Function<TimedOut, T> timedOut,
                Function<Interrupted, T> interrupted,
                Function<NotStarted, T> notStarted) {
            return interrupted.apply(this);
        }
    }

    /**
     * There is no such program or folder, or it may not be run.
     *
     * @param why the reason, in one line
     */
    record NotStarted(String why) implements End {
        @Override
        public <T> T fold(
                Function<Exited, T> exited,
                Function<TimedOut, T> timedOut,
                Function<Interrupted, T> interrupted,
                Function<NotStarted, T> notStarted) {
            return notStarted.apply(this);
        }
    }
}
