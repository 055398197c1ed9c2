package dev.slipway.model.workflow;

import java.util.List;

/**
 * What the token of a job may do; what is not granted is refused.
 *
 * @param shorthand {@code read-all} or {@code write-all}; empty where the grants say it
 * @param grants one for each scope
 */
public record Permissions(String shorthand, List<Grant> grants) {
    /** No permission at all: where every job says what it needs. */
    public static final Permissions NONE = new Permissions("", List.of());

    public static final Permissions READ_ALL = new Permissions("read-all", List.of());
    public static final Permissions WRITE_ALL = new Permissions("write-all", List.of());

    public Permissions {
        grants = List.copyOf(grants);
    }

    public static Permissions of(Grant... grants) {
        return new Permissions("", List.of(grants));
    }

    /**
     * One scope and its level.
     *
     * @param level {@code read}, {@code write} or {@code none}
     * @param reason why the job needs it, printed behind it; may be empty
     */
    public record Grant(Scope scope, String level, String reason) {}
}
