package dev.slipway.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets the program stop its child processes on Ctrl-C. */
final class Interruption implements AutoCloseable {
    private static final long SECONDS = 15;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread working) {
        this.hook = new Thread(() -> end(working), "interruption");
    }

    /** The thread that calls this is interrupted, and the program ends once this is closed. */
    static Interruption watch() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void end(Thread working) {
        working.interrupt();
        try {
            if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                working.interrupt(); // it waits for something else now
                if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                    return; // it is stuck, and the person wants to go
                }
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the program ends already, and has waited for this
        }
    }
}
