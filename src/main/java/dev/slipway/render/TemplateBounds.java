package dev.slipway.render;

import java.time.Duration;

/**
 * What printing a project's own template may take.
 *
 * @param steps turns of loops and calls of macros and functions, for each file
 * @param depth macros inside of macros
 * @param characters printed for each file, those of inner pages included
 * @param memory in bytes, allocated for each file
 * @param time for all files of a project together
 */
record TemplateBounds(int steps, int depth, int characters, long memory, Duration time) {
    /** Many times what the largest release needs. */
    static final TemplateBounds STANDARD =
            new TemplateBounds(1_000_000, 1_000, 8 << 20, 256L << 20, Duration.ofSeconds(10));
}
