package dev.slipway.toolchain.go;

import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Go calls a target: {@code GOOS} and {@code GOARCH} in one word that may be in the name of a file.
 *
 * @see <a href="https://go.dev/doc/install/source#environment">GOOS and GOARCH</a>
 */
final class GoTarget {
    private GoTarget() {}

    /** Without C, the compiler makes programs for every target on any machine. */
    static Optional<Recipe> pure(Target target) {
        return word(target)
                .map(word -> new Recipe(
                        word,
                        "compiled by Go alone",
                        List.of(),
                        env(target),
                        Optional.empty(),
                        Optional.of(Os.LINUX),
                        "",
                        Optional.empty(),
                        true));
    }

    /** With C, a program is linked on a machine of its kind; Apple's linker knows both of its kinds. */
    static Optional<Recipe> linked(Target target) {
        boolean arm = target.arch() == Arch.ARM64;
        Optional<String> runner = switch (target.os()) {
            case LINUX -> Optional.of(arm ? "ubuntu-24.04-arm" : Os.LINUX.runner());
            case WINDOWS -> Optional.of(arm ? "windows-11-arm" : Os.WINDOWS.runner());
            case MACOS, FREEBSD, OTHER -> Optional.empty();
        };
        boolean known = target.libc() != Libc.MUSL && (arm || target.arch() == Arch.AMD64);
        return word(target)
                .filter(word -> known && (runner.isPresent() || target.os() == Os.MACOS))
                .map(word -> new Recipe(word, "native, linked with C", List.of(), Map.of(), runner));
    }

    /** It is looked at for this one processor only. */
    private static Map<String, String> env(Target target) {
        return target.arch() == Arch.ARMV7 ? Map.of("GOARM", "7") : Map.of();
    }

    private static Optional<String> word(Target target) {
        Optional<String> system = switch (target.os()) {
            case MACOS -> Optional.of("darwin");
            case OTHER -> Optional.empty();
            case LINUX, WINDOWS, FREEBSD -> Optional.of(target.os().word());
        };
        Optional<String> processor = switch (target.arch()) {
            case ARMV7 -> Optional.of("arm");
            case UNIVERSAL, OTHER -> Optional.empty();
            case AMD64, ARM64, I686, RISCV64, S390X, PPC64LE ->
                Optional.of(target.arch().docker());
        };
        return system.flatMap(os -> processor.map(arch -> os + "_" + arch));
    }
}
