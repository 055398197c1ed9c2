package dev.slipway.detect.image;

import dev.slipway.detect.fact.Fact;
import java.util.List;

/**
 * A tag under which people pull an image.
 *
 * @param reference the image with its tag, such as {@code ghcr.io/otto-rs/otto:{version}}
 * @param plain whether it is pushed together with the tag of a version or {@code latest}: it then is the image that people
 *     get who name no edition
 * @param guessed whether it is guessed from the name of a variable
 */
public record PushedTag(Fact<String> reference, boolean plain, boolean guessed) {
    private static final String PLAIN = "latest|v?\\{(?:version|tag|major)}|v?\\{major}\\.\\{minor}(?:\\.\\{patch})?";

    private static final String PROCESSOR =
            "-(?:386|amd64|x86_64|arm64|aarch64|arm(?:32|64)?v?[5-8]?|armhf|ppc64le|riscv64|s390x)";

    /** All that are pushed together. */
    static List<PushedTag> together(List<Fact<String>> references) {
        return references.stream()
                .map(one -> new PushedTag(
                        one,
                        references.stream()
                                .map(Fact::value)
                                .filter(other -> name(other).equals(name(one.value())))
                                .anyMatch(other -> isPlain(tag(other).replaceFirst(PROCESSOR + "$", ""))),
                        false))
                .toList();
    }

    /** The same, but guessed if a part of it is guessed from the name of a variable. */
    PushedTag guessed(boolean some) {
        return new PushedTag(reference, plain, some);
    }

    /** Whether a tag is that of a version, or of the newest one, and of no edition. */
    public static boolean isPlain(String tag) {
        return tag.matches(PLAIN);
    }

    /** Whether a tag is for one processor. */
    public static boolean isSingle(String tag) {
        return tag.matches(".*" + PROCESSOR);
    }

    /** The image without the tag. */
    public String name() {
        return name(reference.value());
    }

    /** The tag alone. */
    public Fact<String> tag() {
        return reference.map(PushedTag::tag);
    }

    private static String name(String reference) {
        return reference.substring(0, Math.max(reference.lastIndexOf(':'), 0));
    }

    private static String tag(String reference) {
        return reference.substring(reference.lastIndexOf(':') + 1);
    }
}
