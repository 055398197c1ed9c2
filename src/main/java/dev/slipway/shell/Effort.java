package dev.slipway.shell;

import dev.slipway.source.BoundedText;

/** The work that is left for the scripts of a workflow. It is more than real workflows need, and takes a few seconds at most. */
public final class Effort {
    /** The limit for one regular expression: how often it may read a character. */
    private static final int MOST_LOOKS = 1_000_000;

    /** Characters of paths that patterns are compared with. */
    private long characters = 3_000_000;

    /** Characters of values times those of the patterns that they are compared with. */
    private long pairs = 20_000_000;

    private long commands = 500_000;

    /** Whether there is enough left for a path; takes it. */
    boolean spend(long length) {
        characters -= length;
        return characters >= 0;
    }

    /** Whether a pattern can still be compared with a value from some places of it on; takes the work. */
    boolean compares(String pattern, String value, long places) {
        boolean fixed = pattern.indexOf('*') < 0;
        long reach = fixed ? Math.min(pattern.length(), value.length()) : value.length();
        pairs -= (pattern.length() + 1L) * (reach + 1) * places;
        return pairs >= 0;
    }

    /**
     * Whether a regular expression is found in a value.
     *
     * @throws BoundedText.TooMuch if that is too much for it, or too much is spent
     */
    boolean finds(String regex, String value) {
        int[] looks = {(int) Math.max(0, Math.min(MOST_LOOKS, pairs))};
        int before = looks[0];
        try {
            return BoundedText.find(regex, value, looks);
        } finally {
            pairs -= before - Math.max(0, looks[0]);
        }
    }

    /** Whether one more command can be followed; takes it. */
    boolean follows() {
        return --commands >= 0;
    }
}
