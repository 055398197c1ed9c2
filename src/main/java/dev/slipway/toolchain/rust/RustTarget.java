package dev.slipway.toolchain.rust;

import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Target;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How Cargo builds for a target on a machine with an x86-64 processor, or on a Mac.
 *
 * @see <a href="https://doc.rust-lang.org/rustc/platform-support.html">Platform support</a>
 */
final class RustTarget {
    private RustTarget() {}

    static Recipe recipe(Target target) {
        if (target.os() == Os.MACOS) {
            return new Recipe(triple(target), "with Apple's linker", List.of(), Map.of(), Optional.empty());
        }
        if (target.arch() == Arch.AMD64) {
            List<String> packages = target.libc() == Libc.MUSL ? List.of("musl-tools") : List.of();
            return new Recipe(triple(target), "native", packages, Map.of(), Optional.empty());
        }
        return cross(target);
    }

    /** GCC links for the other architecture; for musl, with the C library that Rust brings. */
    private static Recipe cross(Target target) {
        String gnu = target.arch().llvm() + "-linux-gnu";
        List<String> packages =
                List.of("gcc-" + gnu, "libc6-dev-" + target.arch().docker() + "-cross");
        String variable = triple(target).replace('-', '_').toUpperCase(Locale.ROOT);
        Map<String, String> env = Map.of("CARGO_TARGET_" + variable + "_LINKER", gnu + "-gcc");
        return new Recipe(triple(target), "cross-compiled, linked by " + gnu + "-gcc", packages, env, Optional.empty());
    }

    private static String triple(Target target) {
        return target.arch().llvm()
                + switch (target.libc()) {
                    case GNU -> "-unknown-linux-gnu";
                    case MUSL -> "-unknown-linux-musl";
                    case SYSTEM -> "-apple-darwin";
                };
    }
}
