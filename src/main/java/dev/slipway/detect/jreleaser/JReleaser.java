package dev.slipway.detect.jreleaser;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.tool.Section;
import dev.slipway.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * What a JReleaser config says, in the words of a Slipway config if it has some.
 *
 * @param assets every file of a release, with {@code {tag}} and {@code {version}}, and {@code {?}} for what only a run knows
 * @param sums the file with all checksums, if there is one
 * @param each whether each file also has a file with its checksum
 * @param creating the place that says that JReleaser creates the tag; nothing if it finds the tag, or creates no release
 * @param images the images that it pushes, with their tags
 */
public record JReleaser(
        List<Fact<String>> assets,
        Optional<Fact<String>> sums,
        boolean each,
        Optional<String> creating,
        List<Fact<String>> images,
        Takeover takeover) {
    /** Where JReleaser looks for a config. */
    public static final List<String> FILES =
            List.of("jreleaser.yml", "jreleaser.yaml", "jreleaser.json", "jreleaser.toml");

    public JReleaser {
        assets = List.copyOf(assets);
        images = List.copyOf(images);
    }

    /** Reads a config, or the part of a build that is one. */
    public static JReleaser read(String file, Node config, Surroundings around) {
        return new Reading(Section.root(Losses.JRELEASER, file, config), around, new Found()).read();
    }
}
