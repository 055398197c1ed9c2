package dev.slipway.plan;

import java.util.Locale;
import java.util.Optional;

/**
 * The image that an image is built on.
 *
 * @param image as written, such as {@code debian:bookworm-slim}
 * @param family what it brings, as far as its name tells
 */
public record Base(String image, Family family) {
    public static Base of(String image) {
        return new Base(image, Family.of(image));
    }

    /** The same system with what building needs: {@code debian:bookworm} of {@code debian:bookworm-slim}. */
    public Optional<String> forBuilding() {
        return family == Family.DEBIAN
                ? Optional.of(image.replaceFirst("@.*", "").replaceFirst("-slim$", ""))
                : Optional.empty();
    }

    /** What kinds of base differ in. */
    public enum Family {
        /** Debian and Ubuntu: apt, and the GNU C library. */
        DEBIAN,
        /** Alpine: apk, and musl. */
        ALPINE,
        /** Distroless: certificates and a user {@code nonroot}, but no shell. */
        DISTROLESS,
        /** Nothing at all. */
        SCRATCH,
        /** Anything else: used as it is. */
        OTHER;

        static Family of(String image) {
            String name = image.toLowerCase(Locale.ROOT).replaceFirst("@.*", "").replaceFirst(":[^/]*$", "");
            String last = name.substring(name.lastIndexOf('/') + 1);
            if (name.equals("scratch")) {
                return SCRATCH;
            }
            if (name.contains("distroless")) {
                return DISTROLESS;
            }
            return switch (last) {
                case "debian", "ubuntu" -> DEBIAN;
                case "alpine" -> ALPINE;
                default -> OTHER;
            };
        }
    }
}
