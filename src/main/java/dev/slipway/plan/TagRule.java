package dev.slipway.plan;

import java.util.List;

/**
 * Which tags start a release.
 *
 * @param patterns filter patterns as GitHub reads them
 * @param prefix what stands before the version in every such tag, such as {@code v}
 */
public record TagRule(List<String> patterns, String prefix) {
    public TagRule {
        patterns = List.copyOf(patterns);
    }

    /** What stands in a pattern before the version: all before the first wildcard, but for digits and dots at its end. */
    public static String prefix(String pattern) {
        return pattern.replaceFirst("[*?+\\[].*", "").replaceFirst("[0-9.]+$", "");
    }

    /** A tag of this kind, for examples. */
    public String example(String version) {
        return prefix + version;
    }
}
