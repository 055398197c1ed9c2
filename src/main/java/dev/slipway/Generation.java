package dev.slipway;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.files.FileSet;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.source.Document;
import dev.slipway.source.SourceText;

/**
 * What comes of a config, stage by stage.
 *
 * @param document the config with its places, and what it extends
 * @param plan what a release is
 * @param blueprint the workflows and the image that it needs
 * @param overrides the project's own templates
 * @param files their text
 */
public record Generation(Document document, ReleasePlan plan, Blueprint blueprint, Overrides overrides, FileSet files) {
    /** The config itself. */
    public SourceText source() {
        return document.source();
    }

    /** The text of the release workflow. */
    public SourceText release() {
        String path = plan.project().paths().release();
        return new SourceText(path, files.file(path).orElseThrow().text());
    }
}
