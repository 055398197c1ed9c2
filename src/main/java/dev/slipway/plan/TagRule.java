package dev.slipway.plan;

import java.util.List;
import java.util.stream.Stream;

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

    /** Whether pushing a tag starts a run. */
    public boolean starts(String tag) {
        return patterns.stream().map(TagFilter::of).anyMatch(filter -> filter.matches(tag));
    }

    /** A tag that starts a release, for examples: {@code v1.2.3}, or as near to it as the patterns let it be. */
    public Tag example() {
        Stream<String> begun = patterns.stream()
                .map(pattern -> pattern.replaceFirst("[*?+\\[].*", ""))
                .filter(head -> head.startsWith(prefix))
                .map(head -> head.substring(prefix.length()));
        return Stream.concat(Stream.of(""), begun)
                .flatMap(head -> Stream.of("1.2.3", "2.3", "3", "").map(head::concat))
                .flatMap(version -> Tag.of(prefix + version, prefix).stream())
                .filter(tag -> starts(tag.name()))
                .findFirst()
                .orElseGet(() -> new Tag(example("1.2.3"), "1.2.3"));
    }

    /** A tag of this kind, for examples. */
    public String example(String version) {
        return prefix + version;
    }
}
