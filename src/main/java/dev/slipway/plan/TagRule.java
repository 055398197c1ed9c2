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

    /** The prefix is what stands before the first wildcard of the first pattern. */
    public static TagRule of(List<String> patterns) {
        return new TagRule(patterns, patterns.get(0).replaceFirst("[*?+\\[\\]!\\\\0-9].*", ""));
    }

    /** A tag of this kind, for examples. */
    public String example(String version) {
        return prefix + version;
    }
}
