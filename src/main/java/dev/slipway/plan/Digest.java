package dev.slipway.plan;

import dev.slipway.config.Hash;

/** How a checksum is computed. */
public enum Digest {
    SHA256("sha256", "sha256sum", "sha256", "SHA256SUMS"),
    SHA512("sha512", "sha512sum", "sha512", "SHA512SUMS"),
    BLAKE2("blake2", "b2sum", "b2", "B2SUMS"),
    BLAKE3("blake3", "b3sum", "b3", "B3SUMS");

    private final String word;
    private final String command;
    private final String suffix;
    private final String all;

    Digest(String word, String command, String suffix, String all) {
        this.word = word;
        this.command = command;
        this.suffix = suffix;
        this.all = all;
    }

    static Digest of(Hash hash) {
        return valueOf(hash.name());
    }

    /** The word of configs. */
    public String word() {
        return word;
    }

    /** The program that computes it, and verifies it with {@code --check}. */
    public String command() {
        return command;
    }

    /** What follows the name of an archive, after a dot. */
    public String suffix() {
        return suffix;
    }

    /** The usual name of the file with the checksums of all archives. */
    String all() {
        return all;
    }
}
