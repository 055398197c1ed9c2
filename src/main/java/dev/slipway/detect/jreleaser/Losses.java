package dev.slipway.detect.jreleaser;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.tool.Tool;
import dev.slipway.source.Node;
import java.util.Map;

/** Says of each key that is not read what its users lose. */
final class Losses implements Tool {
    static final Tool JRELEASER = new Losses();

    private static final Map<String, String> REASONS = Map.of(
            "hooks", "commands before or after a step of JReleaser no longer run; 'setup' of a system runs a command",
            "extends", Takeover.Left.NOT_READ + ": it may set every key that is not set here",
            "extensions", "JReleaser's extensions no longer run",
            "download", "these files are no longer downloaded before a release; 'setup' of a system runs a command",
            "matrix", Takeover.Left.NOT_READ + ": some names of files may follow from it");

    @Override
    public String name() {
        return "JReleaser";
    }

    @Override
    public String why(String path, String key, Node value) {
        return path.isEmpty() ? REASONS.getOrDefault(key, "no config key for it") : "no config key for it";
    }
}
