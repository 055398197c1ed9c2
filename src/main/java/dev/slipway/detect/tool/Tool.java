package dev.slipway.detect.tool;

import dev.slipway.source.Node;

/** A release tool whose config is read. */
public interface Tool {
    /** What people call it. */
    String name();

    /**
     * Why a key of its config has no effect any more.
     *
     * @param path the mapping that has the key; empty at the top
     */
    String why(String path, String key, Node value);
}
