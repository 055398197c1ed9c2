package dev.slipway.migrate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Slipway, as far as it tells which keys a config may have. */
public record ConfigVersion(int major, int minor, int patch) implements Comparable<ConfigVersion> {
    /** What one looks like in a config. */
    public static final String PATTERN = "(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})(\\.(0|[1-9][0-9]{0,3}))?";

    private static final Pattern VERSION = Pattern.compile(PATTERN + "(-.*)?");

    /** Reads {@code 0.2} or {@code 0.2.1}; of {@code 0.2.1-rc.1}, which only a program has, the same. */
    public static Optional<ConfigVersion> parse(String text) {
        Matcher matcher = VERSION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String patch = matcher.group(4);
        return Optional.of(new ConfigVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch)));
    }

    @Override
    public int compareTo(ConfigVersion other) {
        int first = Integer.compare(major, other.major);
        int second = first != 0 ? first : Integer.compare(minor, other.minor);
        return second != 0 ? second : Integer.compare(patch, other.patch);
    }

    public boolean isBefore(ConfigVersion other) {
        return compareTo(other) < 0;
    }

    /** Without the patch, which changes no key. */
    public String line() {
        return major + "." + minor;
    }

    @Override
    public String toString() {
        return patch == 0 ? line() : line() + "." + patch;
    }
}
