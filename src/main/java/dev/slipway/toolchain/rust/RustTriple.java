package dev.slipway.toolchain.rust;

import dev.slipway.config.Grammar;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that Rust has for targets.
 *
 * @see <a href="https://doc.rust-lang.org/rustc/platform-support.html">Platform support</a>
 */
final class RustTriple {
    private static final String SYSTEM =
            "(?=.*(-linux-|-windows-|-apple-darwin$|-freebsd$" + "|-(netbsd|openbsd|dragonfly|illumos|solaris)$))";

    private static final String PROCESSOR_AND_REST = "(x86_64h?|i[3-6]86|aarch64(_be)?|arm(v[0-9a-z]+|eb)?|thumbv7neon"
            + "|riscv(32|64)[A-Za-z0-9_]+|powerpc(64|64le)?|s390x|loongarch64|sparc64|sparcv9|mips[A-Za-z0-9_]*"
            + "|universal2?|m68k|csky|hexagon)-[a-z0-9]+(-[a-z0-9_]+){1,2}";

    /** A triple of a system that programs are released for. */
    static final Grammar GRAMMAR = new Grammar(
            "target triple",
            "target triples",
            64,
            SYSTEM + PROCESSOR_AND_REST,
            "a target triple of rustc",
            "x86_64-unknown-linux-gnu");

    private static final Pattern TRIPLE = Pattern.compile(PROCESSOR_AND_REST);

    private RustTriple() {}

    /** Reads a triple; nothing if it names no system that programs are released for. */
    static Optional<Target> read(String triple) {
        boolean two = triple.indexOf('-') < triple.lastIndexOf('-');
        if (!two) {
            return Optional.empty();
        }
        return os(triple).filter(os -> TRIPLE.matcher(triple).matches()).map(os -> {
            Libc libc = libc(triple, os);
            Target usual = new Target(os, arch(triple), libc);
            boolean special =
                    os == Os.LINUX && libc != Libc.SYSTEM && !of(usual).equals(triple);
            return (special ? new Target(os, Arch.OTHER, libc) : usual).named(triple);
        });
    }

    private static Optional<Os> os(String triple) {
        if (triple.contains("-linux-")) {
            return Optional.of(Os.LINUX);
        }
        if (triple.contains("-windows-")) {
            return Optional.of(Os.WINDOWS);
        }
        if (triple.endsWith("-apple-darwin")) {
            return Optional.of(Os.MACOS);
        }
        if (triple.endsWith("-freebsd")) {
            return Optional.of(Os.FREEBSD);
        }
        return triple.matches(".*-(netbsd|openbsd|dragonfly|illumos|solaris)")
                ? Optional.of(Os.OTHER)
                : Optional.empty();
    }

    private static Libc libc(String triple, Os os) {
        if (triple.contains("-musl")) {
            return Libc.MUSL;
        }
        return triple.contains("-gnu") && (os == Os.LINUX || os == Os.WINDOWS) ? Libc.GNU : Libc.SYSTEM;
    }

    private static Arch arch(String triple) {
        String first = triple.substring(0, triple.indexOf('-'));
        return Arrays.stream(Arch.values())
                .filter(arch -> arch.llvm().equals(first.equals("universal2") ? "universal" : first))
                .findFirst()
                .orElse(Arch.OTHER);
    }

    /** What Rust calls a target: the name that the config says, or the usual one. */
    static String of(Target target) {
        return target.name()
                .orElseGet(() -> target.arch().llvm()
                        + switch (target.os()) {
                            case LINUX ->
                                "-unknown-linux-" + (target.libc() == Libc.MUSL ? "musl" : "gnu") + abi(target.arch());
                            case MACOS -> "-apple-darwin";
                            case WINDOWS -> "-pc-windows-msvc";
                            case FREEBSD, OTHER -> "-unknown-freebsd";
                        });
    }

    private static String abi(Arch arch) {
        return arch == Arch.ARMV7 ? "eabihf" : "";
    }
}
