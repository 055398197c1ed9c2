package dev.slipway.config;

import java.util.Optional;

/**
 * An entry of {@code targets}: a target, and what differs from the other targets of its operating system.
 *
 * @param target a word such as {@code linux-amd64}, or the name in the toolchain, such as a triple; empty if it could not be read
 * @param as the name of the platform in file names; empty for {@code target}
 * @param archive the name of its archive without the ending; empty for the usual name
 */
public record TargetConfig(String target, Optional<String> as, Optional<String> archive, BuildSettings settings) {
    /** A target that is built like the others of its operating system. */
    public static TargetConfig word(String target) {
        return new TargetConfig(target, Optional.empty(), Optional.empty(), BuildSettings.NONE);
    }

    /** The name of the platform in file names. */
    public String platform() {
        return as.orElse(target);
    }

    /** The same for another word, which this one was probably meant to be. */
    public TargetConfig meaning(String word) {
        return new TargetConfig(word, as, archive, settings);
    }
}
