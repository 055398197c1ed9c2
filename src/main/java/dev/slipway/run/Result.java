package dev.slipway.run;

import java.util.Locale;

/** How a job or a step ended, in GitHub's words. */
public enum Result {
    SUCCESS,
    FAILURE,
    CANCELLED,
    SKIPPED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
