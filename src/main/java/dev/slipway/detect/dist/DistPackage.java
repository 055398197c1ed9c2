package dev.slipway.detect.dist;

import java.util.List;

/**
 * A package that dist releases.
 *
 * @param name what its files are called
 * @param others further packages, each with archives of its own
 * @param texts the files that dist packs unasked
 * @param usual the files that an archive of Slipway holds if the config says nothing
 * @param features every feature that it has, without the default set
 * @param profile whether the workspace has the profile that dist builds with
 */
public record DistPackage(
        String name,
        List<Other> others,
        List<String> texts,
        List<String> usual,
        List<String> features,
        boolean profile) {
    public DistPackage {
        others = List.copyOf(others);
        texts = List.copyOf(texts);
        usual = List.copyOf(usual);
        features = List.copyOf(features);
    }

    /**
     * Another package.
     *
     * @param config all that is said about it
     * @param together whether the same tag releases it
     */
    public record Other(String name, DistConfig config, boolean together) {}
}
