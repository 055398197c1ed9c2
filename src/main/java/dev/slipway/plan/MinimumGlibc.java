package dev.slipway.plan;

import dev.slipway.facts.Libc;
import dev.slipway.facts.Libcs;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Toolchain;
import java.util.Optional;

/**
 * The oldest GNU C library that a program starts with.
 *
 * @param needed whether it needs one at all: not for other systems, nor for what is linked statically
 * @param libc which, as far as anybody knows
 * @param runner whether that is what the runner happens to have
 */
public record MinimumGlibc(boolean needed, Optional<Libc> libc, boolean runner) {
    private static final MinimumGlibc NONE = new MinimumGlibc(false, Optional.empty(), false);

    static MinimumGlibc of(Toolchain toolchain, BuildGroup group, Build build) {
        boolean gnu = build.target().os() == Os.LINUX && build.target().libc() == dev.slipway.toolchain.Libc.GNU;
        if (!gnu || toolchain.standsAlone()) {
            return NONE;
        }
        Optional<Libc> brought = build.own()
                .glibc()
                .map(version -> new Libc(Libc.Kind.GLIBC, version, "the config"))
                .or(() -> toolchain.brings(build.recipe()));
        if (brought.isPresent() || !build.recipe().confinable()) {
            return needed(brought, false); // some methods have containers nobody but they know
        }
        return group.container()
                .map(image -> needed(Libcs.standard().ofImage(image), false))
                .orElseGet(() -> needed(Libcs.standard().ofRunner(build.runner()), true));
    }

    private static MinimumGlibc needed(Optional<Libc> libc, boolean runner) {
        return new MinimumGlibc(true, libc.filter(it -> it.kind() == Libc.Kind.GLIBC), runner);
    }

    /** The number, such as {@code 2.36}; nothing if it is not known or none is needed. */
    public Optional<String> version() {
        return libc.map(Libc::version);
    }

    /** In words, such as {@code needs glibc 2.36}; empty if none is needed. */
    public String words() {
        return needed ? libc.map(it -> "needs " + it).orElse("needs glibc, of an unknown version") : "";
    }
}
