package dev.slipway.config;

import java.util.Map;

/** Reads what a config says of how a release starts, and what it looks like. */
final class ReleaseReader {
    private static final Map<String, ReleaseConfig.Trigger> TRIGGERS = Map.of(
            "tag", ReleaseConfig.Trigger.TAG,
            "published", ReleaseConfig.Trigger.PUBLISHED,
            "dispatch", ReleaseConfig.Trigger.DISPATCH,
            "call", ReleaseConfig.Trigger.CALL);

    private static final Map<String, ReleaseConfig.Draft> DRAFTS = Map.of(
            "never", ReleaseConfig.Draft.NEVER,
            "false", ReleaseConfig.Draft.NEVER,
            "keep", ReleaseConfig.Draft.KEEP,
            "true", ReleaseConfig.Draft.KEEP,
            "until-complete", ReleaseConfig.Draft.UNTIL_COMPLETE);

    private static final Map<String, ReleaseConfig.Notes> NOTES = Map.of(
            "generate", ReleaseConfig.Notes.GENERATE,
            "changelog", ReleaseConfig.Notes.CHANGELOG,
            "git-cliff", ReleaseConfig.Notes.GIT_CLIFF,
            "none", ReleaseConfig.Notes.NONE);

    private static final Map<String, ReleaseConfig.Latest> LATEST =
            Map.of("every", ReleaseConfig.Latest.EVERY, "newest", ReleaseConfig.Latest.NEWEST);

    private ReleaseReader() {}

    static ReleaseConfig read(Fields fields) {
        return new ReleaseConfig(
                fields.someOf("trigger", TRIGGERS),
                fields.oneOf("draft", DRAFTS),
                fields.oneOf("notes", NOTES),
                fields.text("title", ReleaseGrammars.TITLE),
                fields.text("environment", ReleaseGrammars.ENVIRONMENT),
                fields.oneOf("latest", LATEST),
                fields.flag("version-check"),
                fields.texts("files", ReleaseGrammars.RELEASE_FILE));
    }
}
