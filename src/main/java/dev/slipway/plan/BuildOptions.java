package dev.slipway.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a build has in addition to its recipe.
 *
 * @param env variables of this build alone
 * @param packages what is installed for this build alone
 * @param setup shell commands before the build
 * @param glibc the oldest GNU C library that the program runs with
 * @param experimental whether the release goes out without it if it fails
 */
public record BuildOptions(
        Optional<String> toolchain,
        Optional<List<String>> features,
        Map<String, String> env,
        List<String> packages,
        Optional<String> setup,
        Optional<String> glibc,
        boolean experimental) {
    /** Nothing of its own. */
    public static final BuildOptions NONE = new BuildOptions(
            Optional.empty(), Optional.empty(), Map.of(), List.of(), Optional.empty(), Optional.empty(), false);

    public BuildOptions {
        features = features.map(List::copyOf);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        packages = List.copyOf(packages);
    }
}
