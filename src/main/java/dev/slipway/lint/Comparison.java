package dev.slipway.lint;

/** The bound for rules that compare all patterns of a file with all texts of it. */
final class Comparison {
    /** Each pair costs at most the characters of the pattern times those of the text: all together about a second. */
    private static final long MOST = 1L << 27;

    /** A file has more to compare than that, so the rule does not check it. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("too many patterns and names to compare", null, false, false);
        }
    }

    private Comparison() {}

    /**
     * Asks whether they can be compared.
     *
     * @param patterns characters of all patterns
     * @param texts characters of all texts
     * @throws TooMuch if they cannot
     */
    static void bound(long patterns, long texts) {
        if (patterns > 0 && texts > MOST / patterns) {
            throw new TooMuch();
        }
    }
}
