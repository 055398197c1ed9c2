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
 * @param linked whether it is known that the build links the program with that library
 */
public record MinimumGlibc(boolean needed, Optional<Libc> libc, boolean runner, boolean linked) {
    private static final MinimumGlibc NONE = new MinimumGlibc(false, Optional.empty(), false, true);

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
            return needed(brought, false, true); // some methods have containers nobody but they know
        }
        boolean linked = toolchain.runsInBareContainer(); // commands may link with anything, or with nothing
        return group.container()
                .map(image -> needed(Libcs.standard().ofImage(image), false, linked))
                .orElseGet(() -> needed(Libcs.standard().ofRunner(build.runner()), true, linked));
    }

    private static MinimumGlibc needed(Optional<Libc> libc, boolean runner, boolean linked) {
        return new MinimumGlibc(true, libc.filter(it -> it.kind() == Libc.Kind.GLIBC), runner, linked);
    }

    /** The number, such as {@code 2.36}; nothing if it is not known or none is needed. */
    public Optional<String> version() {
        return libc.map(Libc::version);
    }

    /** In words, such as {@code needs glibc 2.36}; empty if none is needed. */
    public String words() {
        String needs = linked ? "needs " : "may need ";
        return needed ? needs + libc.map(Libc::toString).orElse("glibc, of an unknown version") : "";
    }
}
