package dev.slipway.config;

/** How a checksum is computed. */
public enum Hash {
    SHA256,
    SHA512,
    BLAKE2,
    BLAKE3
}
