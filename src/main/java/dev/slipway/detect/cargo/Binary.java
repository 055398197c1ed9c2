package dev.slipway.detect.cargo;

import java.util.List;

/**
 * An executable that a Cargo package builds.
 *
 * @param name what the file is called, without {@code .exe}
 * @param path its main source file, relative to the package
 * @param missingFeatures features it requires which the builds of a release do not switch on; with any, it is not built
 */
public record Binary(String name, String path, List<String> missingFeatures) {
    public Binary {
        missingFeatures = List.copyOf(missingFeatures);
    }

    /** Whether the builds of a release make it. */
    public boolean built() {
        return missingFeatures.isEmpty();
    }
}
