package dev.slipway.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How something is built: a target, or every target of an operating system.
 *
 * @param runner the label of the machine
 * @param container the image that the job runs in; {@link #MACHINE} for none
 * @param toolchain the version of the toolchain
 * @param features features to switch on, instead of those of all targets
 * @param env what the build finds in its environment
 * @param packages what is installed before the build
 * @param setup shell commands that are run before the build
 * @param glibc the oldest GNU C library that the program has to run with
 * @param experimental whether a release goes out without it if it cannot be built
 */
public record BuildSettings(
        Optional<String> runner,
        Optional<BuildMethod> build,
        Optional<String> container,
        Optional<String> toolchain,
        Optional<List<String>> features,
        Map<String, String> env,
        List<String> packages,
        Optional<String> setup,
        Optional<String> glibc,
        Optional<Boolean> experimental) {
    /** The container of a build that runs on the machine itself. */
    public static final String MACHINE = "";

    /** Nothing said. */
    public static final BuildSettings NONE = none();

    private static BuildSettings none() {
        return new BuildSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public BuildSettings {
        features = features.map(List::copyOf);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        packages = List.copyOf(packages);
    }

    /** The same, but built as if nothing were said of how, and unless a container is named, on the machine itself. */
    public BuildSettings withUsualMethod() {
        return new BuildSettings(
                runner,
                Optional.empty(),
                container.or(() -> Optional.of(MACHINE)),
                toolchain,
                features,
                env,
                packages,
                setup,
                Optional.empty(),
                experimental);
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return runner.isEmpty()
                && build.isEmpty()
                && container.isEmpty()
                && toolchain.isEmpty()
                && features.isEmpty()
                && env.isEmpty()
                && packages.isEmpty()
                && setup.isEmpty()
                && glibc.isEmpty()
                && experimental.isEmpty();
    }

    /** Whether something is said under a key. */
    public boolean has(String key) {
        return switch (key) {
            case "runner" -> runner.isPresent();
            case "build" -> build.isPresent();
            case "container" -> container.isPresent();
            case "toolchain" -> toolchain.isPresent();
            case "features" -> features.isPresent();
            case "env" -> !env.isEmpty();
            case "packages" -> !packages.isEmpty();
            case "setup" -> setup.isPresent();
            case "glibc" -> glibc.isPresent();
            case "experimental" -> experimental.isPresent();
            default -> false;
        };
    }
}
