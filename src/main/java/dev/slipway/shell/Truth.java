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

    /** Whether two texts are the same; an open one may be anything: the versions of two manifests are both called one. */
    public static Truth same(String left, String right) {
        return Symbols.open(left) || Symbols.open(right) ? UNKNOWN : of(left.equals(right));
    }
}
