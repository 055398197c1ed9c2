package dev.slipway.run.action;

import dev.slipway.run.action.ActionTemplate.Fixed;
import dev.slipway.run.action.ActionTemplate.Meaning;
import dev.slipway.run.action.ActionTemplate.Value;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version as <a href="https://semver.org">semver.org</a> defines it, with a {@code v} in front if it likes.
 *
 * @param raw the whole text
 * @param prerelease what follows the {@code -}, empty for a stable version
 * @param build what follows the {@code +}, empty if there is none
 */
record SemanticVersion(
        String raw, BigInteger major, BigInteger minor, BigInteger patch, String prerelease, String build) {
    private static final String NUMBER = "(0|[1-9]\\d{0,256})";
    private static final String WORD = "(?:\\d{0,256}[a-zA-Z-][a-zA-Z0-9-]{0,250}|0|[1-9]\\d{0,256})";
    private static final String PLAIN = "[a-zA-Z0-9-]{1,250}";
    private static final Pattern PATTERN = Pattern.compile("v?" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-("
            + WORD + "(?:\\." + WORD + ")*))?(?:\\+(" + PLAIN + "(?:\\." + PLAIN + ")*))?");
    private static final BigInteger MOST = BigInteger.valueOf((1L << 53) - 1);
    private static final int LONGEST = 256;

    static Optional<SemanticVersion> of(String text) {
        Matcher found = PATTERN.matcher(text.strip());
        if (text.length() > LONGEST || !found.matches()) {
            return Optional.empty();
        }
        SemanticVersion version = new SemanticVersion(
                text,
                new BigInteger(found.group(1)),
                new BigInteger(found.group(2)),
                new BigInteger(found.group(3)),
                Optional.ofNullable(found.group(4)).orElse(""),
                Optional.ofNullable(found.group(5)).orElse(""));
        boolean small =
                Stream.of(version.major, version.minor, version.patch).allMatch(number -> number.compareTo(MOST) <= 0);
        return Optional.of(version).filter(any -> small);
    }

    boolean isPrerelease() {
        return !prerelease.isEmpty();
    }

    /** The version without what follows a {@code +}. */
    String version() {
        return "%d.%d.%d%s".formatted(major, minor, patch, isPrerelease() ? "-" + prerelease : "");
    }

    /** What the names in a pattern stand for. */
    Map<String, Meaning> names() {
        return Map.of(
                "raw", new Fixed(Value.of(raw)),
                "version", new Fixed(Value.of(version())),
                "major", new Fixed(Value.of(major)),
                "minor", new Fixed(Value.of(minor)),
                "patch", new Fixed(Value.of(patch)),
                "prerelease", new Fixed(Value.of(prerelease.replace('.', ','))),
                "build", new Fixed(Value.of(build.replace('.', ','))));
    }
}
