package dev.slipway.detect.dist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A release as dist makes it.
 *
 * @param platforms what it builds for
 * @param keys what a config of Slipway says for it
 * @param losses what none can say, and what becomes of it
 */
public record DistRelease(List<Platform> platforms, List<Key> keys, List<Loss> losses) {
    public DistRelease {
        platforms = List.copyOf(platforms);
        keys = List.copyOf(keys);
        losses = List.copyOf(losses);
    }

    /**
     * Something that dist builds for.
     *
     * @param triple what Rust calls it
     * @param glibc the oldest GNU C library that its programs need, if the image says it that they are built in
     * @param stem the name of its archive, without the ending
     * @param layout {@code flat} or {@code dir}
     */
    public record Platform(
            String triple, Optional<String> glibc, String stem, String ending, String layout, String from) {}

    /**
     * A key of Slipway's config.
     *
     * @param path such as {@code packages.homebrew}
     */
    public record Key(String path, List<String> values, String from) {
        public Key {
            values = List.copyOf(values);
        }
    }

    /**
     * Something that is not carried over.
     *
     * @param key the key of dist
     * @param value what it says, or the file of the release that goes
     * @param why what becomes of it
     */
    public record Loss(String key, String value, String why, String from) {}

    /** Reads the settings of dist. */
    public static DistRelease of(DistConfig config, DistPackage crate) {
        List<Platform> platforms = DistPlatforms.of(config, crate.name());
        return new DistRelease(
                platforms,
                new DistKeys(config, crate, platforms).all(),
                Stream.concat(
                                new DistAssets(config, crate, platforms).lost().stream(),
                                DistLeftovers.of(config).stream())
                        .toList());
    }
}
