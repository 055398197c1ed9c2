package dev.slipway.minimatch;

/** Thrown for a pattern that is too long, or whose braces expand to too many patterns. The message includes the fix. */
public final class RefusedPattern extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedPattern(String message) {
        super(message);
    }
}
