package dev.slipway.config;

/** Which checksums a release has. */
public enum Checksums {
    /** Beside each archive, a file of the same name and {@code .sha256}. */
    PER_FILE,
    /** One file with those of all archives. */
    COMBINED,
    BOTH,
    NONE
}
