package dev.slipway.config;

/**
 * How a target is built.
 *
 * @param detail a version or commit of {@code cross}, or the image; may be empty
 */
public record BuildMethod(Kind kind, String detail) {
    /** A method that needs no detail. */
    public static BuildMethod of(Kind kind) {
        return new BuildMethod(kind, "");
    }

    /** The choices. */
    public enum Kind {
        /** On a machine of the target's own kind. */
        NATIVE,
        /** With a cross compiler of Debian. */
        GCC,
        /** In a container of <a href="https://github.com/cross-rs/cross">cross</a>. */
        CROSS,
        /** With Zig as compiler and linker. */
        ZIG,
        /** In an image that brings what it takes. */
        IMAGE
    }

    /** The method as configs write it. */
    public String word() {
        return switch (kind) {
            case NATIVE -> "native";
            case GCC -> "gcc";
            case CROSS -> detail.isEmpty() ? "cross" : "cross@" + detail;
            case ZIG -> "zig";
            case IMAGE -> "image";
        };
    }
}
