package dev.slipway.model.workflow;

import java.util.List;
import java.util.Optional;

/**
 * What the token of a job may do; it may do nothing that is not granted.
 *
 * @param shorthand {@code read-all} or {@code write-all}; absent if there are grants
 * @param grants one for each scope
 */
public record Permissions(Optional<String> shorthand, List<Grant> grants) {
    /** No permissions, {@code permissions: {}}: each job then grants its own. */
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
     * @param reason why the job needs it, printed as a comment; may be empty
     */
    public record Grant(Scope scope, String level, String reason) {}
}
