package dev.slipway.model.workflow;

import java.util.List;
import java.util.Optional;

/**
 * What the token of a job may do; what is not granted is refused.
 *
 * @param shorthand {@code read-all} or {@code write-all}; absent where the grants say it
 * @param grants one for each scope
 */
public record Permissions(Optional<String> shorthand, List<Grant> grants) {
    /** No permission at all: where every job says what it needs. */
    public static final Permissions NONE = new Permissions(Optional.empty(), List.of());

    public static final Permissions READ_ALL = new Permissions(Optional.of("read-all"), List.of());
    public static final Permissions WRITE_ALL = new Permissions(Optional.of("write-all"), List.of());

    public Permissions {
        grants = List.copyOf(grants);
    }

    public static Permissions of(Grant... grants) {
        return new Permissions(Optional.empty(), List.of(grants));
    }

    /**
     * One scope and its level.
     *
     * @param level {@code read}, {@code write} or {@code none}
     * @param reason why the job needs it, printed behind it; may be empty
     */
    public record Grant(Scope scope, String level, String reason) {}
}
