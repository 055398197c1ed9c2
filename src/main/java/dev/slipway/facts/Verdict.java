package dev.slipway.facts;

/**
 * How a runner stands on a given day.
 *
 * @param message says it with its dates, its source and what to use instead; empty where all is well
 */
public record Verdict(Kind kind, String message) {
    /** From fine to useless. */
    public enum Kind {
        AVAILABLE,
        /** Announced, but not there yet. */
        UPCOMING,
        /** It still starts jobs, and the day on which it stops is known or near. */
        DEPRECATED,
        /** It starts no job any more. */
        RETIRED
    }

    /** Whether there is nothing to say. */
    public boolean fine() {
        return kind == Kind.AVAILABLE;
    }
}
