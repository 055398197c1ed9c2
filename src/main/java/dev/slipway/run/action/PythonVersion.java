package dev.slipway.run.action;

import dev.slipway.run.action.ActionTemplate.Computed;
import dev.slipway.run.action.ActionTemplate.Meaning;
import dev.slipway.run.action.ActionTemplate.Value;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version as <a href="https://peps.python.org/pep-0440/">PEP 440</a> defines it.
 *
 * @param raw the whole text
 * @param release its numbers
 * @param special what makes it a prerelease, a post-release or a development release, normalized; empty for a release
 * @param local what follows the {@code +}, with commas for dots as the action has it; empty if there is none
 */
record PythonVersion(String raw, BigInteger epoch, List<BigInteger> release, String special, String local) {
    private static final Pattern PATTERN = Pattern.compile(
            "v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)"
                    + "(?<pre>[-_.]?(?<preword>a|b|c|rc|alpha|beta|pre|preview)[-_.]?(?<prenumber>[0-9]+)?)?"
                    + "(?<post>-(?<bare>[0-9]+)|[-_.]?(?<postword>post|rev|r)[-_.]?(?<postnumber>[0-9]+)?)?"
                    + "(?<dev>[-_.]?dev[-_.]?(?<devnumber>[0-9]+)?)?"
                    + "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?",
            Pattern.CASE_INSENSITIVE);

    PythonVersion {
        release = List.copyOf(release);
    }

    static Optional<PythonVersion> of(String text) {
        Matcher found = PATTERN.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        String special = "";
        if (found.group("pre") != null) {
            special += word(found.group("preword")) + number(found, "prenumber");
        }
        if (found.group("post") != null) {
            special += ".post" + number(found, found.group("bare") == null ? "postnumber" : "bare");
        }
        if (found.group("dev") != null) {
            special += ".dev" + number(found, "devnumber");
        }
        String local = Optional.ofNullable(found.group("local")).orElse("");
        return Optional.of(new PythonVersion(
                text,
                number(found, "epoch"),
                Arrays.stream(found.group("release").split("\\."))
                        .map(BigInteger::new)
                        .toList(),
                special,
                Arrays.stream(local.split("[-_.]"))
                        .map(PythonVersion::localPart)
                        .collect(Collectors.joining(","))));
    }

    private static String word(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "a", "alpha" -> "a";
            case "b", "beta" -> "b";
            default -> "rc";
        };
    }

    private static BigInteger number(Matcher found, String group) {
        return Optional.ofNullable(found.group(group)).map(BigInteger::new).orElse(BigInteger.ZERO);
    }

    private static String localPart(String part) {
        return part.matches("[0-9]+") ? new BigInteger(part).toString() : part.toLowerCase(Locale.ROOT);
    }

    /** Whether only its full name and its raw text may become a tag. */
    boolean isSpecial() {
        return !special.isEmpty();
    }

    /** The normalized version. */
    String version() {
        return (epoch.signum() == 0 ? "" : epoch + "!")
                + release.stream().map(BigInteger::toString).collect(Collectors.joining("."))
                + special
                + (local.isEmpty() ? "" : "+" + local);
    }

    private BigInteger part(int index) {
        return index < release.size() ? release.get(index) : BigInteger.ZERO;
    }

    /** What the names in a pattern stand for. */
    Map<String, Meaning> names() {
        return Map.of(
                "raw", new Computed(any -> Value.of(raw)),
                "version", new Computed(any -> Value.of(version())),
                "major", new Computed(any -> Value.of(part(0))),
                "minor", new Computed(any -> Value.of(part(1))),
                "patch", new Computed(any -> Value.of(part(2))));
    }
}
