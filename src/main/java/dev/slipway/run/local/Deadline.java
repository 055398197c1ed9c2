package dev.slipway.run.local;

import java.io.IOException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** Ends work of this program when its time is over, by an interrupt: reading files stops, and so do the programs that it started. */
final class Deadline extends TimerTask {
    private final Thread working = Thread.currentThread();
    private boolean finished;
    private boolean passed;

    private Deadline() {}

    /** Something that takes time, and ends early if its thread is interrupted. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Does something in this thread.
     *
     * @param time how long it may take
     * @param late gives the result if it takes longer
     */
    static <T> T within(Duration time, Work<T> work, Supplier<T> late) throws IOException {
        Deadline deadline = new Deadline();
        Timer timer = new Timer("deadline", true);
        timer.schedule(deadline, Math.min(Math.max(1, time.toMillis()), Integer.MAX_VALUE));
        try {
            T result = work.run();
            return deadline.finish() ? late.get() : result;
        } catch (IOException | RuntimeException failure) {
            if (deadline.finish()) {
                return late.get();
            }
            throw failure;
        } finally {
            timer.cancel();
        }
    }

    @Override
    public synchronized void run() {
        if (!finished) {
            passed = true;
            working.interrupt();
        }
    }

    /** Whether the time was over before. */
    private synchronized boolean finish() {
        finished = true;
        if (passed) {
            Thread.interrupted(); // it was for the work, which is over
        }
        return passed;
    }
}
