package dev.slipway.detect.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the config of another release tool says, in the words of Slipway's.
 *
 * @param keys the value of each key of a config, by its path such as {@code packages.homebrew}
 * @param left what no key says
 * @param open what somebody has to decide or to do, by the key that it is about
 */
public record Takeover(Map<String, Fact<List<String>>> keys, List<Left> left, List<Open> open) {
    /** Nothing. */
    public static final Takeover NONE = new Takeover(Map.of(), List.of(), List.of());

    public Takeover {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        left = List.copyOf(left);
        open = List.copyOf(open);
    }

    /**
     * Something that is not carried over.
     *
     * @param key the tool, and its key
     * @param value what it says, or what of the release goes
     */
    public record Left(String key, String value, String why, String from) {
        /** How the reason begins for a part that was not read. */
        public static final String NOT_READ = "not read";

        /** Whether it was not read, so that it may say anything. */
        public boolean isUnread() {
            return why.startsWith(NOT_READ);
        }
    }

    /** Something for people. */
    public record Open(String key, String why) {
        private static final String NOT_FOLLOWED = ", which is not followed here";

        /** A file that may release, of a service that nobody here understands. */
        public static Open notFollowed(String file, String service) {
            return new Open(
                    "releases",
                    "'" + file + "' mentions a release, but is a config of " + service + NOT_FOLLOWED
                            + ": if it releases, remove that before the next release");
        }

        /** A file that pushes an image, of such a service. */
        public static Open notFollowedImage(String file, String service) {
            return new Open(
                    "docker",
                    "'" + file + "' pushes an image, but is a config of " + service + NOT_FOLLOWED
                            + ": compare its name and tags with 'docker', and remove the push before the next release");
        }

        /** A command that a tool runs at each release, which may release on its own. */
        public static Open run(String place, String tool, String command) {
            return new Open(
                    "releases",
                    "'" + place + "' lets " + tool + " run '" + command + "'" + NOT_FOLLOWED
                            + ": if it releases, remove it before the next release");
        }

        /** What is not followed, in words. */
        public Optional<String> unseen() {
            int end = why.indexOf(NOT_FOLLOWED);
            return end < 0 ? Optional.empty() : Optional.of(why.substring(0, end + NOT_FOLLOWED.length()));
        }
    }

    /** All that two say; if both say a key, the first. */
    public Takeover and(Takeover other) {
        Map<String, Fact<List<String>>> both = new LinkedHashMap<>(keys);
        other.keys.forEach(both::putIfAbsent);
        List<Left> allLeft = new ArrayList<>(left);
        allLeft.addAll(other.left);
        List<Open> allOpen = new ArrayList<>(open);
        allOpen.addAll(other.open);
        return new Takeover(both, allLeft, allOpen);
    }
}
