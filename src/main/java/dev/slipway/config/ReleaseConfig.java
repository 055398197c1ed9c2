package dev.slipway.config;

import java.util.List;
import java.util.Optional;

/**
 * The release on GitHub.
 *
 * @param triggers what starts it; empty for the default
 * @param draft how long it stays hidden
 * @param notes where its text comes from
 * @param title with {@code {name}}, {@code {tag}} and {@code {version}} to fill in
 * @param environment the deployment environment of the jobs that publish
 * @param latest which releases move what people get by default
 * @param versionCheck whether the version has to be the one in the manifest
 * @param files files of the repository that the release has beside the archives, each with another name behind {@code =>}
 */
public record ReleaseConfig(
        List<Trigger> triggers,
        Optional<Draft> draft,
        Optional<Notes> notes,
        Optional<String> title,
        Optional<String> environment,
        Optional<Latest> latest,
        Optional<Boolean> versionCheck,
        List<String> files) {
    public ReleaseConfig {
        triggers = List.copyOf(triggers);
        files = List.copyOf(files);
    }

    /** What starts a release. */
    public enum Trigger {
        /** A tag is pushed. */
        TAG,
        /** Somebody publishes a release on GitHub. */
        PUBLISHED,
        /** Somebody starts the workflow and types a version. */
        DISPATCH,
        /** Another workflow calls this one with a tag that it has made. */
        CALL
    }

    /** How long a release stays hidden. */
    public enum Draft {
        /** It is visible once its files are there. */
        NEVER,
        /** Until somebody publishes it. */
        KEEP,
        /** Until everything else, such as the image, is there as well. */
        UNTIL_COMPLETE
    }

    /** Where the text of a release comes from. */
    public enum Notes {
        /** GitHub lists the pull requests. */
        GENERATE,
        /** The section of {@code CHANGELOG.md} about the version. */
        CHANGELOG,
        /** <a href="https://git-cliff.org">git-cliff</a> writes it from the commits. */
        GIT_CLIFF,
        NONE
    }

    /** Which releases move what people get by default. */
    public enum Latest {
        /** Every one that is no prerelease. */
        EVERY,
        /** Only one that is newer than all before it. */
        NEWEST
    }
}
