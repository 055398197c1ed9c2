package dev.slipway.detect;

import java.util.Optional;

/**
 * A platform that an existing release set-up builds for.
 *
 * @param triple what the compiler calls it, such as {@code aarch64-unknown-linux-gnu}
 * @param word what the set-up calls it in file names, such as {@code linux-arm64}
 * @param runner the label of the machine it is built on
 * @param container the image it is built in
 */
public record FoundTarget(String triple, Optional<String> word, Optional<String> runner, Optional<String> container) {}
