package dev.slipway.model.workflow;

import java.util.Optional;

/**
 * Allows only one run of a group at a time.
 *
 * @param group the name of the group: runs with the same text wait for each other
 * @param cancelInProgress whether a newer run cancels the running one; by default, it waits
 * @param queue {@code single} (the default: a newer waiting run replaces an older one) or {@code max} (all wait)
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#concurrency">concurrency</a>
 */
public record Concurrency(Text group, Optional<Value> cancelInProgress, Optional<String> queue) {
    public static Concurrency of(Text group, boolean cancelInProgress) {
        return new Concurrency(group, Optional.of(Value.of(cancelInProgress)), Optional.empty());
    }

    public static Concurrency of(Text group, Expr<Boolean> cancelInProgress) {
        return new Concurrency(group, Optional.of(Value.of(cancelInProgress)), Optional.empty());
    }
}
