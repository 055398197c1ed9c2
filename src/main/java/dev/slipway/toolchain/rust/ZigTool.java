package dev.slipway.toolchain.rust;

import dev.slipway.model.workflow.Run;
import dev.slipway.toolchain.Scripts;

/**
 * How <a href="https://github.com/rust-cross/cargo-zigbuild">cargo-zigbuild</a> and the Zig that it links with are
 * installed: both come as Python packages, which stay what they are once they are published.
 */
final class ZigTool {
    static final String VERSION = "0.15.2";
    private static final String CARGO_ZIGBUILD = "0.24.0";

    private ZigTool() {}

    static Run install() {
        return Run.script("Install Zig", Scripts.read("install-zig"))
                .env("CARGO_ZIGBUILD", CARGO_ZIGBUILD)
                .env("ZIG", VERSION);
    }
}
