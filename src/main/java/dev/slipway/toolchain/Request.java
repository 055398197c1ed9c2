package dev.slipway.toolchain;

import dev.slipway.config.BuildMethod;
import java.util.Optional;

/**
 * What a config says about building for a target; what it leaves open is the toolchain's to choose.
 *
 * @param word the target as it was written, for messages
 * @param container the image that the job runs in
 * @param runner the label of the machine
 * @param glibc the oldest GNU C library that the program has to run with
 */
public record Request(
        String word,
        Target target,
        Optional<BuildMethod> method,
        Optional<String> container,
        Optional<String> runner,
        Optional<String> glibc) {
    /** A target about which nothing is said. */
    public static Request plain(String word, Target target) {
        return new Request(word, target, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
