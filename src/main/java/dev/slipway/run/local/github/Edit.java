package dev.slipway.run.local.github;

import java.util.Optional;

/** The requested properties of a release; what is empty stays unchanged. */
record Edit(
        Optional<String> tag,
        Optional<String> title,
        Optional<String> notes,
        Optional<String> target,
        Optional<Boolean> draft,
        Optional<Boolean> prerelease,
        Optional<Boolean> latest) {
    Release of(Release release) {
        return new Release(
                release.id(),
                tag.orElse(release.tag()),
                title.orElse(release.title()),
                notes.orElse(release.notes()),
                draft.orElse(release.draft()),
                prerelease.orElse(release.prerelease()),
                target.orElse(release.target()),
                release.assets());
    }

    Edit withDraft(boolean hidden) {
        return new Edit(tag, title, notes, target, Optional.of(hidden), prerelease, latest);
    }

    /** Makes a draft visible. */
    static Edit publishing(Optional<Boolean> latest) {
        return new Edit(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(false),
                Optional.empty(),
                latest);
    }
}
