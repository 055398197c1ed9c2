package dev.slipway.run.local.engine;

import java.util.function.Function;

/** What starting a job's container gave. */
public sealed interface Start {
    <T> T fold(Function<Running, T> running, Function<Refused, T> refused);

    /** It runs, until it is closed. */
    record Running(Container container) implements Start {
        @Override
        public <T> T fold(Function<Running, T> running, Function<Refused, T> refused) {
            return running.apply(this);
        }
    }

    /**
     * It does not run: the image is not on this machine and cannot be fetched, or an option is refused.
     *
     * @param image as the workflow names it
     * @param why what the engine said, in one line
     */
    record Refused(String image, String why) implements Start {
        @Override
        public <T> T fold(Function<Running, T> running, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
