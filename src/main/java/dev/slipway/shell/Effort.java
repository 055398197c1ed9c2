package dev.slipway.shell;

/** How many characters of paths patterns are still compared with: more than any honest workflow needs, and over in a moment. */
public final class Effort {
    private long left = 3_000_000;

    /** Whether there is enough left for a path; takes it. */
    boolean spend(long characters) {
        left -= characters;
        return left >= 0;
    }
}
