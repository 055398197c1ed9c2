package dev.slipway.run.local.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What building an image gave.
 *
 * @param layout a folder in OCI's layout; its index holds one index over all platforms that were built
 * @param digest of that index, by which a registry would know the image; empty if no platform could be built
 * @param platforms what was built
 * @param notBuilt what was not, and why
 * @param differences how this build differs from one by BuildKit, a line each
 */
public record BuiltImage(
        Path layout, String digest, List<Built> platforms, List<NotBuilt> notBuilt, List<String> differences) {
    public BuiltImage {
        platforms = List.copyOf(platforms);
        notBuilt = List.copyOf(notBuilt);
        differences = List.copyOf(differences);
    }

    /**
     * The image for a platform.
     *
     * @param digest of its manifest
     * @param name what the engine calls it until the engine is closed
     */
    public record Built(Platform platform, String digest, ImageConfig config, String name) {}

    /** A platform without an image. */
    public record NotBuilt(Platform platform, String why) {}

    public Optional<Built> built(Platform platform) {
        return platforms.stream()
                .filter(each -> each.platform().takes(platform))
                .findFirst();
    }
}
