package dev.slipway.plan;

import dev.slipway.facts.Libc;
import dev.slipway.facts.Libcs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The image that an image is built on.
 *
 * @param image as written, such as {@code debian:bookworm-slim}
 * @param family what it brings, as far as its name tells
 */
public record Base(String image, Family family) {
    /** The words that stand for a release of a system; the programs' C library decides about the last. */
    static final List<String> WORDS = List.of("debian", "ubuntu", "alpine", "scratch", "distroless");

    private static final String SLIM = "-slim";
    private static final Pattern DISTROLESS_DEBIAN = Pattern.compile("-debian([0-9]+)");

    public static Base of(String image) {
        return new Base(image, Family.of(image));
    }

    /** The image that a word stands for, for programs that need the GNU C library or none; others mean themselves. */
    static Base named(String word, boolean gnu) {
        return of(
                switch (word) {
                    case "debian" -> "debian:bookworm-slim";
                    case "ubuntu" -> "ubuntu:24.04";
                    case "alpine" -> "alpine:3.22";
                    case "distroless" -> "gcr.io/distroless/" + (gnu ? "cc" : "static") + "-debian12:nonroot";
                    default -> word;
                });
    }

    /** The same system with what building needs: {@code debian:bookworm} of {@code debian:bookworm-slim}. */
    public Optional<String> forBuilding() {
        Matcher release = DISTROLESS_DEBIAN.matcher(image);
        return switch (family) {
            case DEBIAN -> {
                String tagged = withoutDigest(image);
                yield Optional.of(
                        tagged.endsWith(SLIM) ? tagged.substring(0, tagged.length() - SLIM.length()) : tagged);
            }
            case DISTROLESS ->
                hasGlibc() && release.find() ? Optional.of("debian:" + release.group(1)) : Optional.empty();
            case ALPINE, SCRATCH, OTHER -> Optional.empty();
        };
    }

    private static String withoutDigest(String image) {
        int at = image.indexOf('@');
        return at < 0 ? image : image.substring(0, at);
    }

    private static String withoutTag(String image) {
        int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
        return colon < 0 ? image : image.substring(0, colon);
    }

    /** Its C library, as far as its name shows it. */
    public Optional<Libc> libc() {
        return Libcs.standard().ofImage(image);
    }

    /** Whether programs that are linked with the GNU C library can start; an unknown image is assumed to have it. */
    boolean hasGlibc() {
        return switch (family) {
            case DEBIAN -> true;
            case ALPINE, SCRATCH -> false;
            case DISTROLESS, OTHER ->
                libc().map(libc -> libc.kind() == Libc.Kind.GLIBC).orElse(true);
        };
    }

    /** Whether we know how to add certificates and a user to it. */
    public boolean prepared() {
        return family == Family.DEBIAN || family == Family.ALPINE || family == Family.SCRATCH;
    }

    /** How kinds of bases differ. */
    public enum Family {
        /** Debian and Ubuntu: apt, and the GNU C library. */
        DEBIAN,
        /** Alpine: apk, certificates, and musl. */
        ALPINE,
        /** Distroless: certificates and a user {@code nonroot}, but no shell. */
        DISTROLESS,
        /** Nothing at all. */
        SCRATCH,
        /** Anything else: used as it is. */
        OTHER;

        static Family of(String image) {
            String name = withoutTag(withoutDigest(image.toLowerCase(Locale.ROOT)));
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
