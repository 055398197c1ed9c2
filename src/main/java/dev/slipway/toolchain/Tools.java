package dev.slipway.toolchain;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Uses;

/** The step that brings a tool which runners do not have. */
public final class Tools {
    private Tools() {}

    /**
     * Downloads the release that the action knows, and compares it with the checksum that the action knows: its commit
     * pins the tool, too.
     *
     * @see <a href="https://github.com/taiki-e/install-action#supported-tools">the tools</a>
     */
    public static Uses install(String tool, ActionTable actions) {
        return Uses.action("Install " + tool, actions.of("taiki-e/install-action"))
                .with("tool", tool)
                .with("fallback", "none");
    }
}
