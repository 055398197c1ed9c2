package dev.slipway.run.local.machine;

import java.util.Locale;

/** The processor of a runner; its name is the value of {@code RUNNER_ARCH}. */
public enum Processor {
    X86("i686"),
    X64("x86_64"),
    ARM("armv7"),
    ARM64("aarch64");

    private final String rust;

    Processor(String rust) {
        this.rust = rust;
    }

    /** As the triples of compilers begin, such as {@code aarch64}. */
    String rust() {
        return rust;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
