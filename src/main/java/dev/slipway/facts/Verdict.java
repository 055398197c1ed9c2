package dev.slipway.facts;

import dev.slipway.source.Severity;

/**
 * How a runner stands on a given day.
 *
 * @param message says it with its dates, its source and what to use instead; empty if all is well
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

    /** How much it matters: what starts no job breaks whatever relies on it. */
    public Severity severity() {
        return switch (kind) {
            case AVAILABLE -> Severity.NOTE;
            case DEPRECATED -> Severity.WARNING;
            case UPCOMING, RETIRED -> Severity.ERROR;
        };
    }

    /** Whether there is nothing to say. */
    public boolean fine() {
        return kind == Kind.AVAILABLE;
    }
}
