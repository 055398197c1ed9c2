package dev.slipway.plan;

import dev.slipway.config.TagScheme;
import dev.slipway.model.workflow.FilterPattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which tags start a release.
 *
 * @param patterns filter patterns as GitHub reads them
 * @param prefix what stands before the version in every such tag, such as {@code v}
 * @param scheme how the version is read
 */
public record TagRule(List<String> patterns, String prefix, TagScheme scheme) {
    private static final List<String> USUAL = List.of("1.2.3", "2.3", "3", "");
    private static final List<String> VERSIONS =
            List.of("", ".2.3", ".3", "0.1.0", "2.0.0", "3.4.5", "10.20.30", "1.2.3-rc.1");

    public TagRule {
        patterns = List.copyOf(patterns);
    }

    /** Which tags with semantic versions start a release. */
    public TagRule(List<String> patterns, String prefix) {
        this(patterns, prefix, TagScheme.SEMVER);
    }

    /** Reads a tag; nothing if it is not the prefix and a version. */
    public Optional<Tag> read(String name) {
        return Tag.of(name, prefix, scheme);
    }

    /** What a version looks like, as a regular expression of JavaScript; its fourth group is the part of a prerelease. */
    public String expression() {
        // JavaScript has no quantifiers that give nothing back; without them, the same texts match
        return Tag.expression(scheme).replaceAll("(?<=[*+}])\\+", "");
    }

    /** The tag of a version. */
    public Tag tag(String version) {
        return new Tag(example(version), version, scheme);
    }

    /** Whether versions have prereleases, and three numbers with a meaning. */
    public boolean semantic() {
        return scheme == TagScheme.SEMVER;
    }

    /** Whether it is known which of two versions is newer. */
    public boolean ordered() {
        return scheme != TagScheme.ANY;
    }

    /** The part of a script that depends on how versions are read, such as {@code check-version}. */
    public String script(String name) {
        return semantic() ? name : name + "-" + scheme.word();
    }

    /** What follows the prefix, in words. */
    public String expected() {
        return switch (scheme) {
            case SEMVER -> "a version such as 1.2.3 or 1.2.3-rc.1";
            case CALVER -> "one to four numbers such as 25.07";
            case ANY -> "a word of letters, digits, '.', '_' and '-'";
        };
    }

    /** The part of a pattern before the version: everything before the first wildcard, except for digits and dots at its end. */
    public static String prefix(String pattern) {
        return pattern.replaceFirst("[*?+\\[].*", "").replaceFirst("(?<![0-9.])[0-9.]+$", "");
    }

    /** Whether tags look like paths, such as {@code otto/v1.2.3}: no file can be called by them. */
    public boolean inFolder() {
        return prefix.indexOf('/') >= 0;
    }

    /** Whether the prefix distinguishes the tags of this project from those of others, as that of {@code otto-v1.2.3} does. */
    public boolean named() {
        return !prefix.isEmpty() && !prefix.equals("v");
    }

    /** What a file name says before the version: the prefix without its folders. */
    public String mark() {
        return prefix.substring(prefix.lastIndexOf('/') + 1);
    }

    /** Whether pushing a tag starts a run: the last pattern that matches it decides. */
    public boolean starts(String tag) {
        return FilterPattern.select(patterns, tag);
    }

    /** A tag that starts this release and another one; nothing if no tag does. */
    public Optional<String> sharedWith(TagRule other) {
        return SharedTag.of(this, other);
    }

    /** A tag that starts a release, for examples: {@code v1.2.3}, or as near to it as the patterns allow. */
    public Tag example() {
        return starting().orElseGet(() -> tag(USUAL.get(0)));
    }

    /** Some tag that starts a release; nothing if none was found among many that are likely. */
    Optional<Tag> starting() {
        Optional<Tag> plain = read(example(scheme == TagScheme.CALVER ? "25.07" : USUAL.get(0)));
        if (plain.isPresent() && starts(plain.get().name())) {
            return plain;
        }
        Stream<String> usual = heads().flatMap(head -> USUAL.stream().map(head::concat));
        Stream<String> others = heads().flatMap(head -> Stream.concat(USUAL.stream(), VERSIONS.stream())
                .flatMap(version -> Stream.concat(Stream.of(""), tails()).map(version::concat))
                .map(head::concat));
        return Stream.concat(Stream.concat(usual, others).map(prefix::concat), filled())
                .flatMap(name -> read(name).stream())
                .filter(tag -> starts(tag.name()))
                .findFirst();
    }

    /** What the patterns have before their first wildcard, without the prefix; their first letters stand for classes. */
    private Stream<String> heads() {
        Stream<String> begun = including()
                .flatMap(pattern -> Stream.of(pattern.replaceFirst("[*?+\\[].*", ""), spelt(pattern)))
                .filter(head -> head.startsWith(prefix))
                .map(head -> head.substring(prefix.length()));
        return Stream.concat(Stream.of(""), begun);
    }

    /** What the patterns have after their last wildcard. */
    private Stream<String> tails() {
        return including()
                .map(pattern -> pattern.replaceFirst("^.*[*?+\\]]", ""))
                .flatMap(tail -> Stream.of(tail, "1" + tail, "-1" + tail, "-rc.1" + tail));
    }

    /** The patterns with a number in the place of each wildcard, for words between them such as {@code -pre.}. */
    private Stream<String> filled() {
        return including().map(pattern -> spelt(pattern.replaceAll("\\*+", "1")));
    }

    private Stream<String> including() {
        return patterns.stream().filter(pattern -> !pattern.startsWith("!"));
    }

    /** A pattern with its first letter in the place of each class, up to the first star. */
    private static String spelt(String pattern) {
        String plain = pattern.replaceFirst("\\*.*", "");
        StringBuilder spelt = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            int close = plain.charAt(i) == '[' ? plain.indexOf(']', i) : -1;
            if (close > i + 1) {
                spelt.appendCodePoint(plain.codePointAt(i + 1));
                i = close;
            } else if (plain.charAt(i) == '[' && close < 0) {
                spelt.append(plain, i, plain.length());
                break;
            } else {
                spelt.append(plain.charAt(i));
            }
        }
        return spelt.toString().replaceAll("[?+]", "");
    }

    /** A tag of this kind, for examples. */
    public String example(String version) {
        return prefix + version;
    }

    /** Whether a tag has the prefix, whether or not a version follows. */
    public boolean owns(String tag) {
        return tag.startsWith(prefix);
    }

    /** The version in a tag, or in a text that is the version alone: people type both. */
    public String version(String text) {
        return owns(text) ? text.substring(prefix.length()) : text;
    }
}
