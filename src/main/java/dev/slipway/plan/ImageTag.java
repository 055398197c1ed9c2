package dev.slipway.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tags of an image, as rules of docker/metadata-action. The order matters: the first that gives a version is what
 * the version label says.
 *
 * @see <a href="https://github.com/docker/metadata-action#tags-input">tags input</a>
 */
public enum ImageTag {
    /** {@code 0.6.3}. */
    VERSION("type=semver,pattern={{version}}"),
    /** The git tag itself: {@code v0.6.3}. */
    RAW("type=semver,pattern={{raw}}"),
    /** {@code 0.6}, which moves with every release but a prerelease. */
    MINOR("type=semver,pattern={{major}}.{{minor}}"),
    /** {@code sha-} and the commit. */
    COMMIT("type=sha");

    /** The tag that moves with every release but a prerelease; the action adds it on its own. */
    public static final String LATEST = "latest";

    private final String rule;

    ImageTag(String rule) {
        this.rule = rule;
    }

    /** The rule as the action reads it. */
    public String rule() {
        return rule;
    }

    /** Every tag that pushing a git tag sets. */
    public static List<String> at(Tag tag, String commit) {
        List<String> tags = Arrays.stream(values())
                .flatMap(kind -> kind.resolve(tag, commit).stream())
                .distinct()
                .toList();
        return tag.prerelease()
                ? tags
                : Stream.concat(Stream.of(LATEST), tags.stream()).toList();
    }

    private Optional<String> resolve(Tag tag, String commit) {
        return switch (this) {
            case VERSION -> Optional.of(tag.version().replaceFirst("\\+.*", ""));
            // an image's tag has no other characters; the action puts a dash for them
            case RAW -> Optional.of(tag.name().replaceAll("[^A-Za-z0-9._-]+", "-"));
            case MINOR -> tag.prerelease() ? Optional.empty() : Optional.of(tag.minor());
            case COMMIT -> Optional.of("sha-" + commit);
        };
    }
}
