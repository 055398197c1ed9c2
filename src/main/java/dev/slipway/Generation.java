package dev.slipway;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.files.FileSet;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;

/**
 * What comes of a config, stage by stage.
 *
 * @param source the config
 * @param document the config with its places
 * @param plan what a release is
 * @param blueprint the workflows and the image that it needs
 * @param overrides the project's own templates
 * @param files their text
 */
public record Generation(
        SourceText source, Node document, ReleasePlan plan, Blueprint blueprint, Overrides overrides, FileSet files) {
    /** The text of the release workflow. */
    public SourceText release() {
        String path = plan.project().paths().release();
        return new SourceText(path, files.file(path).orElseThrow().text());
    }
}
