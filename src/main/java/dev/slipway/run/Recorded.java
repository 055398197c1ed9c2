package dev.slipway.run;

/**
 * An effect, and the job that had it.
 *
 * @param job its id; empty if no job ran
 */
public record Recorded(String job, Effect effect) {
    /** For reports, such as {@code create-release: created tag v1 at 0123456}. */
    public String text() {
        return (job.isEmpty() ? "" : job + ": ") + effect.text();
    }
}
