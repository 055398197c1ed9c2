package dev.slipway.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the targets of one operating system are built.
 *
 * @param runner the label of the machine
 * @param container the image that the build runs in; only for Linux
 * @param packages what is installed before the build
 * @param env what the build finds in its environment
 */
public record OsConfig(
        Optional<String> runner, Optional<String> container, List<String> packages, Map<String, String> env) {
    public OsConfig {
        packages = List.copyOf(packages);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return runner.isEmpty() && container.isEmpty() && packages.isEmpty() && env.isEmpty();
    }
}
