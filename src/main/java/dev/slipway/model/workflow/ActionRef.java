package dev.slipway.model.workflow;

/**
 * A version of an action, or a reusable workflow.
 *
 * @param name {@code owner/repository} with an optional path, {@code ./path}, {@code $/path} or {@code docker://image}
 * @param ref a commit, tag or branch; empty where the name needs none
 * @param version what the commit is known as, such as {@code v7.0.1}, printed behind it; may be empty
 */
public record ActionRef(String name, String ref, String version) {
    /** The value of {@code uses}. */
    public String source() {
        return ref.isEmpty() ? name : name + "@" + ref;
    }
}
