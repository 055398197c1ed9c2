package dev.slipway.config;

import java.util.Optional;

/**
 * A target and what is special about it.
 *
 * @param target a word such as {@code linux-amd64}, or what the toolchain calls it; empty where it could not be read
 * @param as the word for file names, where it is another
 * @param archive the name of its archive without the ending, where it does not follow that of the others
 */
public record TargetConfig(String target, Optional<String> as, Optional<String> archive, BuildSettings settings) {
    /** A target that is built like all of its system. */
    public static TargetConfig word(String target) {
        return new TargetConfig(target, Optional.empty(), Optional.empty(), BuildSettings.NONE);
    }

    /** The word for file names. */
    public String platform() {
        return as.orElse(target);
    }
}
