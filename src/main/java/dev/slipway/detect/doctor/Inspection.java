package dev.slipway.detect.doctor;

import java.util.Optional;

/**
 * What a check looked at, or why it could not.
 *
 * @param subject what it compares, for people
 * @param asked whether the release has any of it
 * @param missing what the check would need; absent if it has looked
 */
public record Inspection(String subject, boolean asked, Optional<String> missing) {
    /** Of something that could be compared. */
    public Inspection(String subject) {
        this(subject, true, Optional.empty());
    }

    static Inspection clear(String subject) {
        return when(subject, true);
    }

    /** Of something that a release need not have. */
    static Inspection when(String subject, boolean asked) {
        return new Inspection(subject, asked, Optional.empty());
    }

    /** The same, but for something that is not there. */
    public Inspection unless(boolean blind, String why) {
        return blind && missing.isEmpty() ? new Inspection(subject, asked, Optional.of(why)) : this;
    }
}
