package dev.slipway.config;

import java.util.List;
import java.util.Optional;

/**
 * The key {@code release}: the release on GitHub. Empty values have the defaults of the plan.
 *
 * @param triggers what starts a release
 * @param draft how long the release stays a draft
 * @param notes where the release notes come from
 * @param title the title, with the placeholders {@code {name}}, {@code {tag}} and {@code {version}}
 * @param environment the deployment environment of the jobs that publish
 * @param latest which releases become the latest one
 * @param versionCheck whether the version must match the manifest of the project
 * @param files files of the repository to upload in addition to the archives, each optionally followed by {@code =>} and
 *     another name
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
        /** A release is published on GitHub. */
        PUBLISHED,
        /** The workflow is started by hand with a version. */
        DISPATCH,
        /** Another workflow calls this one with a tag that it created. */
        CALL
    }

    /** How long a release stays a draft. */
    public enum Draft {
        /** Until its files are uploaded. */
        NEVER,
        /** Until a maintainer publishes it. */
        KEEP,
        /** Until everything else, such as the image, is published. */
        UNTIL_COMPLETE
    }

    /** Where the release notes come from. */
    public enum Notes {
        /** GitHub lists the pull requests. */
        GENERATE,
        /** The section of {@code CHANGELOG.md} about the version. */
        CHANGELOG,
        /** <a href="https://git-cliff.org">git-cliff</a> writes it from the commits. */
        GIT_CLIFF,
        NONE
    }

    /** Which releases become the latest one. */
    public enum Latest {
        /** Each release that is not a prerelease. */
        EVERY,
        /** Only a release that is newer than all others. */
        NEWEST
    }
}
