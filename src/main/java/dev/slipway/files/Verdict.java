package dev.slipway.files;

/** What a file of the tree is, compared with what slipway wants there. */
public enum Verdict {
    /** Exactly what is wanted. */
    CURRENT("current"),
    /** What slipway last wrote; the config or a file it names has changed since. */
    STALE("stale"),
    /** Not what slipway last wrote. */
    EDITED("edited by hand"),
    /** Not there. */
    MISSING("missing"),
    /** Written by slipway once, and no longer needed. */
    ORPHAN("orphan"),
    /** Somebody else's file in a place that slipway wants. */
    FOREIGN("foreign");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The words that people are shown, such as {@code edited by hand}. */
    public String words() {
        return words;
    }

    /** Whether replacing such a file would destroy what slipway did not write. */
    public boolean needsDecision() {
        return this == EDITED || this == FOREIGN;
    }
}
