package dev.slipway.toolchain;

/** The C library that a Linux program is linked with. */
public enum Libc {
    /** The GNU C library: the program needs a version at least as new as that of the build. */
    GNU,
    /** musl, linked statically: the program runs on any Linux. */
    MUSL,
    /** Whatever the operating system brings. */
    SYSTEM
}
