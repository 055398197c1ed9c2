package dev.slipway.run.local.site;

import dev.slipway.run.local.engine.BuiltImage;
import dev.slipway.run.local.engine.ImageBuild;
import dev.slipway.run.local.engine.LastStage;
import dev.slipway.run.local.engine.Platform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registries of a rehearsal: images by their digests, and tags that point at them. Nothing is pushed anywhere. */
public final class ImageRegistry {
    private final Map<String, BuiltImage> images = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, ImageBuild> builds = new LinkedHashMap<>();
    private final Map<String, LastStage> recipes = new LinkedHashMap<>();
    private int number;

    /** A number for the next build, from 1. */
    public synchronized int next() {
        number++;
        return number;
    }

    /**
     * Takes an image under its digest.
     *
     * @param build what was asked for, such as platforms, of which this machine may have left some out
     */
    public synchronized void push(BuiltImage image, ImageBuild build, LastStage recipe) {
        images.put(image.digest(), image);
        push(image.digest(), build, recipe);
    }

    /** Takes a digest without an image, if no engine could build one. */
    public synchronized void push(String digest, ImageBuild build, LastStage recipe) {
        builds.put(digest, build);
        recipes.put(digest, recipe);
    }

    /** The platforms of an image; none if there is no image of that digest. */
    public synchronized List<Platform> platforms(String digest) {
        return Optional.ofNullable(builds.get(digest))
                .map(ImageBuild::platforms)
                .orElse(List.of());
    }

    /** The labels that an image was built with; those of its Dockerfile and base are not among them. */
    public synchronized Map<String, String> labels(String digest) {
        return Optional.ofNullable(builds.get(digest)).map(ImageBuild::labels).orElse(Map.of());
    }

    /** How an image starts according to its Dockerfile. */
    public synchronized LastStage recipe(String digest) {
        return recipes.getOrDefault(digest, new LastStage("", "", List.of()));
    }

    /** Whether an image is for a platform. */
    public boolean has(String digest, Platform platform) {
        return platforms(digest).stream().anyMatch(one -> one.takes(platform));
    }

    /**
     * Lets a tag point at an image.
     *
     * @param tag the whole name, such as {@code ghcr.io/otto-rs/otto:1.2.3}
     * @return whether there is such an image
     */
    public synchronized boolean tag(String tag, String digest) {
        boolean known = builds.containsKey(digest);
        if (known) {
            tags.put(tag, digest);
        }
        return known;
    }

    /** The digest of a whole name with a tag or a digest. */
    public synchronized Optional<String> digest(String reference) {
        int at = reference.indexOf('@');
        if (at >= 0) {
            String digest = reference.substring(at + 1);
            return builds.containsKey(digest) ? Optional.of(digest) : Optional.empty();
        }
        return Optional.ofNullable(tags.get(reference));
    }

    /** The image of a digest; nothing if it is a placeholder. */
    public synchronized Optional<BuiltImage> image(String digest) {
        return Optional.ofNullable(images.get(digest));
    }

    /** Every tag that was set, with the digest that it points at, in order. */
    public synchronized Map<String, String> tags() {
        return new LinkedHashMap<>(tags);
    }
}
