package dev.slipway.toolchain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a toolchain builds for one target.
 *
 * @param target what the toolchain calls the target, such as a Rust triple
 * @param how in words, for people: {@code native} or {@code cross-compiled by aarch64-linux-gnu-gcc}
 * @param packages Debian packages that this target needs beyond what every build needs
 * @param env variables that this target needs; they name their target, so they are set for all rows alike
 * @param runner the runner that this target has to be built on; any of its operating system where absent
 */
public record Recipe(
        String target, String how, List<String> packages, Map<String, String> env, Optional<String> runner) {
    public Recipe {
        packages = List.copyOf(packages);
        env = Map.copyOf(env);
    }
}
