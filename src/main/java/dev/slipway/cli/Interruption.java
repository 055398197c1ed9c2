package dev.slipway.cli;

import java.util.concurrent.TimeUnit;

/** Lets the program end what it started, where a person ends the program (Ctrl-C). */
final class Interruption {
    private static final long SECONDS = 15;

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption watch() {
        Thread working = Thread.currentThread();
        Thread hook = new Thread(() -> end(working), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    private static void end(Thread working) {
        working.interrupt();
        try {
            working.join(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the program ends already, and waits for this thread
        }
    }
}
