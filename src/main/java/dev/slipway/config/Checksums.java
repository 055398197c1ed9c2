package dev.slipway.config;

/** The key {@code checksums}: which checksum files a release has. */
public enum Checksums {
    /** A file for each archive, with its name and {@code .sha256}. */
    PER_FILE,
    /** One file with the checksums of all archives. */
    COMBINED,
    BOTH,
    NONE
}
