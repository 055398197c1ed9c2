package dev.slipway.toolchain.rust;

import dev.slipway.facts.Libc;
import dev.slipway.facts.Libcs;
import dev.slipway.model.workflow.Run;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Scripts;
import java.util.Optional;

/**
 * How <a href="https://github.com/rust-cross/cargo-zigbuild">cargo-zigbuild</a> and the Zig that it links with are
 * installed: both come as Python packages, which stay what they are once they are published.
 */
final class ZigTool {
    static final String VERSION = "0.15.2";
    private static final String CARGO_ZIGBUILD = "0.24.0";

    /** The way of building of the recipes that use it. */
    static final String WAY = "zig";

    private static final String LOONGARCH = "loongarch64";

    private ZigTool() {}

    /** The C library that it links with by default. */
    static Optional<Libc> links(Recipe recipe) {
        String processor = recipe.target().startsWith(LOONGARCH) ? " for " + LOONGARCH : "";
        return recipe.way().equals(WAY)
                ? Optional.of(Libcs.standard().ofTool("zig " + VERSION + processor))
                : Optional.empty();
    }

    static Run install() {
        return Run.script("Install Zig", Scripts.read("install-zig"))
                .env("CARGO_ZIGBUILD", CARGO_ZIGBUILD)
                .env("ZIG", VERSION);
    }
}
