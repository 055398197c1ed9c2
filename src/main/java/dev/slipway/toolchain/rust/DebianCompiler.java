package dev.slipway.toolchain.rust;

import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The compiler that Debian and Ubuntu have for another processor.
 *
 * @param gnu the processor and system as GCC names them, such as {@code aarch64-linux-gnu}
 * @param debian the processor as Debian names it, such as {@code arm64}
 * @see <a href="https://packages.debian.org/search?keywords=gcc-&amp;suite=bookworm">packages</a>
 */
record DebianCompiler(String gnu, String debian) {
    /** Those for which Rust brings all of musl, so that any linker will do. */
    private static final Set<Arch> STATIC = Set.of(Arch.ARM64, Arch.ARMV7, Arch.I686);

    private static final String PREFIX = "CARGO_TARGET_";
    private static final String SUFFIX = "_LINKER";

    static Optional<DebianCompiler> of(Target target) {
        boolean linked = target.libc() == Libc.GNU || target.libc() == Libc.MUSL && STATIC.contains(target.arch());
        if (target.os() != Os.LINUX || !linked) {
            return Optional.empty();
        }
        return switch (target.arch()) {
            case ARM64 -> Optional.of(new DebianCompiler("aarch64-linux-gnu", "arm64"));
            case ARMV7 -> Optional.of(new DebianCompiler("arm-linux-gnueabihf", "armhf"));
            case I686 -> Optional.of(new DebianCompiler("i686-linux-gnu", "i386"));
            case RISCV64 -> Optional.of(new DebianCompiler("riscv64-linux-gnu", "riscv64"));
            case S390X -> Optional.of(new DebianCompiler("s390x-linux-gnu", "s390x"));
            case PPC64LE -> Optional.of(new DebianCompiler("powerpc64le-linux-gnu", "ppc64el"));
            case AMD64, UNIVERSAL, OTHER -> Optional.empty();
        };
    }

    String command() {
        return gnu + "-gcc";
    }

    List<String> packages() {
        return List.of("gcc-" + gnu, "libc6-dev-" + debian + "-cross");
    }

    /** The variable that sets Cargo's linker for a target. */
    String linkerVariable(String triple) {
        return PREFIX + triple.replace('-', '_').toUpperCase(Locale.ROOT) + SUFFIX;
    }

    /** Whether a variable tells Cargo the linker for a target. */
    static boolean isLinkerVariable(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }
}
