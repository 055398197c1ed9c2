package dev.slipway.plan;

import dev.slipway.config.TagScheme;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag that starts a release, such as {@code v0.6.4-rc.1}.
 *
 * @param name the whole tag
 * @param version what follows the prefix
 * @param scheme how that is read
 * @see <a href="https://semver.org/">Semantic Versioning</a>
 */
public record Tag(String name, String version, TagScheme scheme) {
    // a label is never read again once it is passed, so the kind that may go on behind digits comes first
    private static final String LABEL = "(?:[0-9]*+[A-Za-z-][0-9A-Za-z-]*+|0|[1-9][0-9]*+)";
    private static final String BUILD = "[0-9A-Za-z-]++";
    private static final Pattern SEMVER = Pattern.compile("(0|[1-9][0-9]*+)\\.(0|[1-9][0-9]*+)\\.(0|[1-9][0-9]*+)"
            + "(-" + LABEL + "(?:\\." + LABEL + ")*+)?(\\+" + BUILD + "(?:\\." + BUILD + ")*+)?");

    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,18}+(?:\\.[0-9]{1,18}+){0,3}+");
    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,98}+");

    /** A tag with a semantic version. */
    public Tag(String name, String version) {
        this(name, version, TagScheme.SEMVER);
    }

    /** Reads a tag with a semantic version. */
    public static Optional<Tag> of(String name, String prefix) {
        return of(name, prefix, TagScheme.SEMVER);
    }

    /** Reads a tag; nothing if it is not the prefix and a version. */
    static Optional<Tag> of(String name, String prefix, TagScheme scheme) {
        return Optional.of(name)
                .filter(tag -> tag.startsWith(prefix))
                .map(tag -> new Tag(tag, tag.substring(prefix.length()), scheme))
                .filter(tag -> pattern(scheme).matcher(tag.version()).matches());
    }

    private static Pattern pattern(TagScheme scheme) {
        return switch (scheme) {
            case SEMVER -> SEMVER;
            case CALVER -> NUMBERS;
            case ANY -> WORD;
        };
    }

    /** What a version looks like; the fourth group is the prerelease part of a semantic version. */
    static String expression(TagScheme scheme) {
        return pattern(scheme).pattern();
    }

    /** Whether the version has a prerelease part, such as {@code -rc.1}. */
    public boolean prerelease() {
        return scheme == TagScheme.SEMVER && matcher().group(4) != null;
    }

    /** {@code 0.6} of {@code 0.6.3}. */
    public String minor() {
        Matcher matcher = matcher();
        return matcher.group(1) + "." + matcher.group(2);
    }

    private Matcher matcher() {
        Matcher matcher = SEMVER.matcher(version);
        if (!matcher.matches()) {
            throw new IllegalStateException("no version: " + version);
        }
        return matcher;
    }
}
