package dev.slipway.run;

import java.util.Locale;

/** How a job or a step ended, in GitHub's words. */
public enum Result {
    SUCCESS,
    FAILURE,
    CANCELLED,
    SKIPPED;

    /** How a whole ended of which this was known, and of which one more part ended so. */
    Result with(Result part) {
        if (this == FAILURE || part == FAILURE) {
            return FAILURE;
        }
        return this == CANCELLED || part == CANCELLED ? CANCELLED : this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
