package dev.slipway.run.example;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tags that a release of an example is tried with. Each fits the tag filter of the config.
 *
 * @param config the config of the project, such as {@code slipway.beta.yml}
 * @param prefix what stands before the version in a tag, such as {@code beta-v}
 * @param prereleases whether the filter lets tags of prereleases through
 */
public record TriedTags(String config, String prefix, boolean prereleases) {
    /** The path of the generated workflow that they start. */
    public String workflow() {
        String project = config.replaceFirst("^slipway\\.?", "").replaceFirst("\\.?yml$", "");
        return ".github/workflows/release-and-publish" + (project.isEmpty() ? "" : "-" + project) + ".yml";
    }

    public String tag(Version version) {
        return prefix + version.text();
    }

    /** A release that is newer than all others. */
    public String stable() {
        return tag(Version.STABLE);
    }

    /** Empty if no tag matches the filter. */
    public Optional<String> prerelease() {
        return prereleases ? Optional.of(tag(Version.PRERELEASE)) : Optional.empty();
    }

    /** A release that is older than the newest, and the newest of its minor version. */
    public String backport() {
        return tag(Version.BACKPORT);
    }

    /** The two that are out already. */
    public List<String> earlier() {
        return Stream.of(Version.FIRST, Version.SECOND).map(this::tag).toList();
    }

    /** The ones to try: stable, prerelease if there is one, backport. */
    public List<String> tried() {
        return Stream.of(Optional.of(stable()), prerelease(), Optional.of(backport()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The version that a tag names. */
    public Version version(String tag) {
        return Stream.of(Version.values())
                .filter(version -> tag(version).equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(tag + " is none of the tags of " + config));
    }
}
