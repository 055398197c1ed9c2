package dev.slipway.run.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The version of an image and its further tags.
 *
 * @param main the first tag, which is the version; nothing if no line of {@code tags} gives one
 * @param others further tags, each once
 * @param latest whether {@code latest} is a tag as well; the first tag decides
 */
record ImageVersion(Optional<String> main, List<String> others, boolean latest) {
    static final ImageVersion NONE = new ImageVersion(Optional.empty(), List.of(), false);

    ImageVersion {
        others = List.copyOf(others);
    }

    /** The same with one more tag; an empty text is none. */
    ImageVersion with(String tag, boolean makesLatest) {
        if (tag.isEmpty()) {
            return this;
        }
        String name = tagName(tag);
        if (main.isEmpty()) {
            return new ImageVersion(Optional.of(name), others, makesLatest);
        }
        if (main.get().equals(name) || others.contains(name)) {
            return this;
        }
        List<String> more = new ArrayList<>(others);
        more.add(name);
        return new ImageVersion(main, more, latest);
    }

    /** All tags behind an image, or alone if the image is empty. */
    List<String> tags(String image, Flavor flavor) {
        if (main.isEmpty()) {
            return List.of();
        }
        List<String> tags = new ArrayList<>();
        tags.add(main.get());
        tags.addAll(others);
        if (latest) {
            tags.add(tagName(flavor.latestTag()));
        }
        return tags.stream()
                .map(tag -> image.isEmpty() ? tag : image + ":" + tag)
                .toList();
    }

    private static String tagName(String text) {
        return text.replaceAll("[^a-zA-Z0-9._-]+", "-");
    }
}
