package dev.slipway.facts;

import java.util.Arrays;

/**
 * The C library of a system.
 *
 * @param kind which
 * @param version of a glibc, such as {@code 2.36}; empty for the others
 * @param origin the system it is known from, such as {@code debian bookworm}
 */
public record Libc(Kind kind, String version, String origin) {
    /** The kinds that matter to whether a binary starts. */
    public enum Kind {
        GLIBC,
        MUSL,
        NONE
    }

    /** Whether a binary linked against {@code build} starts here. */
    public boolean runs(Libc build) {
        return build.kind() != Kind.GLIBC || kind == Kind.GLIBC && Arrays.compare(numbers(), build.numbers()) >= 0;
    }

    private int[] numbers() {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case GLIBC -> "glibc " + version;
            case MUSL -> "musl";
            case NONE -> "no C library";
        };
    }
}
