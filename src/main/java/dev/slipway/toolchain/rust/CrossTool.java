package dev.slipway.toolchain.rust;

import dev.slipway.model.workflow.Run;
import dev.slipway.toolchain.Scripts;

/**
 * How <a href="https://github.com/cross-rs/cross">cross</a> is installed: the usual release as a program whose checksum
 * is known, any other from its sources.
 */
final class CrossTool {
    static final String VERSION = "0.2.5";

    /** Of {@code cross-x86_64-unknown-linux-musl.tar.gz}, as two package indexes of others have it. */
    private static final String SHA256 = "a486cefa6cb486971b97be321ea9dfc2e90c1979550295314a368f53fab6d588";

    private CrossTool() {}

    /** Whether targets are built by cross. */
    static boolean builds(String way) {
        return way.equals("cross") || way.startsWith("cross@");
    }

    /** The step that installs the cross of a way, such as {@code cross@0.2.4}. */
    static Run install(String way) {
        String version = way.contains("@") ? way.substring(way.indexOf('@') + 1) : VERSION;
        if (version.equals(VERSION)) {
            return Run.script("Install cross", Scripts.read("install-cross"))
                    .env("VERSION", VERSION)
                    .env("SHA256", SHA256);
        }
        boolean release = version.matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        String source = release ? "--version " + version : "--git https://github.com/cross-rs/cross --rev " + version;
        return Run.script("Install cross", "cargo +stable install cross --locked " + source);
    }
}
