package dev.slipway.toolchain;

/**
 * What the sources must keep to so that every target builds, for people.
 *
 * @param file the file that decides about it, such as {@code Cargo.toml}
 * @param does what to know about the file, in a few words
 * @param reason why, as whole sentences
 */
public record SourceRule(String file, String does, String reason) {}
