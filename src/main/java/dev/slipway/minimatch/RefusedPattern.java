package dev.slipway.minimatch;

/** A pattern that is too long or stands for too many others. Its message says what to write. */
public final class RefusedPattern extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedPattern(String message) {
        super(message);
    }
}
