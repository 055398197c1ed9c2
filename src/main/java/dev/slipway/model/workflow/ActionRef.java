package dev.slipway.model.workflow;

/**
 * A version of an action, or a reusable workflow.
 *
 * @param name {@code owner/repository} with an optional path, {@code ./path}, {@code $/path} or {@code docker://image}
 * @param ref a commit, tag or branch; empty if the name needs none, as for {@code ./path}
 * @param version the version of the commit, such as {@code v7.0.1}, printed after it as a comment; may be empty
 */
public record ActionRef(String name, String ref, String version) {
    /** The value of {@code uses}. */
    public String source() {
        return ref.isEmpty() ? name : name + "@" + ref;
    }
}
