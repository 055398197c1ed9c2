package dev.slipway.lint;

/** Whether patterns and texts are few and short enough to compare each with each. More than this is not compared. */
final class Comparison {
    /** Each pair costs at most the characters of the pattern times those of the text: all together about a second. */
    private static final long MOST = 1L << 27;

    private Comparison() {}

    /**
     * Whether they can be compared.
     *
     * @param patterns characters of all patterns
     * @param texts characters of all texts
     */
    static boolean isBounded(long patterns, long texts) {
        return patterns == 0 || texts <= MOST / patterns;
    }
}
