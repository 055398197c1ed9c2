package dev.slipway.toolchain;

import dev.slipway.model.workflow.Text;

/**
 * The tag that is released, as far as it is known before the run.
 *
 * @param name the whole of it, known when the workflow runs
 * @param prefix what stands before the version, such as {@code v}
 */
public record TagName(Text name, String prefix) {
    /** The version in a script that has the tag as {@code TAG}, for use in double quotes. */
    public String version() {
        return prefix.isEmpty() ? "$TAG" : "${TAG#" + prefix + "}";
    }
}
