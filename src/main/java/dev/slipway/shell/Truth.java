package dev.slipway.shell;

/** How a condition turns out, as far as that can be told. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    public static Truth of(boolean known) {
        return known ? TRUE : FALSE;
    }

    public Truth not() {
        return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }

    public Truth and(Truth other) {
        return this == FALSE || other == FALSE ? FALSE : this == TRUE ? other : UNKNOWN;
    }

    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    /** Whether two texts are the same; an open one may be anything. */
    public static Truth same(String left, String right) {
        if (left.equals(right)) {
            return TRUE;
        }
        return Symbols.open(left) || Symbols.open(right) ? UNKNOWN : FALSE;
    }
}
