package dev.slipway.detect.release;

import dev.slipway.detect.asset.AssetNames;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundSums;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.jreleaser.JReleaser;
import dev.slipway.detect.jreleaser.Surroundings;
import dev.slipway.detect.release.JReleaserConfigs.Config;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes over what a JReleaser config says.
 *
 * @param config what was read
 * @param unread the place of a config that was not read
 * @param findings why it could not be read
 */
public record JReleaserImport(Optional<JReleaser> config, Optional<String> unread, List<Finding> findings) {
    public static JReleaserImport of(RepositoryFiles files, Surroundings around) {
        try {
            List<Config> all = new JReleaserConfigs(files).found();
            Optional<Config> first = all.stream().findFirst();
            return new JReleaserImport(
                    first.map(config ->
                            JReleaser.read(config.file(), config.document(), around.called(config.project()))),
                    all.stream().skip(1).map(Config::place).findFirst(),
                    List.of());
        } catch (InvalidSource broken) {
            return new JReleaserImport(Optional.empty(), Optional.empty(), broken.findings());
        }
    }

    /**
     * A release set-up with all of it; what is known already goes before.
     *
     * @param license what the license file shows, which is more reliable
     */
    public ReleaseSetup into(ReleaseSetup setup, Optional<Fact<String>> license) {
        List<Finding> untold = Stream.concat(setup.untold().stream(), findings.stream())
                .sorted()
                .toList();
        ReleaseSetup more = config.map(read -> setup.with(
                                setup.targets().stream()
                                        .map(target -> packed(target, read))
                                        .toList(),
                                released(setup, read),
                                setup.takeover().and(takeover(setup, read, license)),
                                untold)
                        .made(setup.sums().or(() -> sums(read)), setup.images().pushed(read.images())))
                .orElse(setup.with(setup.targets(), setup.released(), setup.takeover(), untold));
        return unread.map(file -> more.with(
                        more.targets(),
                        more.released(),
                        more.takeover().and(new Takeover(Map.of(), List.of(notRead(file)), List.of())),
                        untold))
                .orElse(more);
    }

    /** A target that a workflow builds, with the archive of JReleaser that has its triple in its name. */
    private static Fact<FoundTarget> packed(Fact<FoundTarget> target, JReleaser read) {
        return read.assets().stream()
                .filter(asset -> asset.value().contains(target.value().triple()))
                .filter(asset -> !AssetNames.ending(asset.value()).isEmpty())
                .filter(asset -> target.value().archive().isEmpty())
                .findFirst()
                .map(asset -> new Fact<>(target.value().with(archive(asset.value())), asset.from()))
                .orElse(target);
    }

    private static FoundArchive archive(String name) {
        String ending = AssetNames.ending(name);
        return new FoundArchive(
                name.substring(0, name.length() - ending.length()),
                ending,
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of());
    }

    private static List<Fact<ReleasedFile>> released(ReleaseSetup setup, JReleaser read) {
        List<Fact<ReleasedFile>> released = new ArrayList<>(setup.released());
        read.assets().forEach(name -> released.add(name.map(text -> new ReleasedFile(text, Optional.empty(), false))));
        return released;
    }

    private static Optional<Fact<FoundSums>> sums(JReleaser read) {
        return read.sums()
                .map(sums -> sums.map(file -> new FoundSums(read.each() ? "both" : "combined", Optional.of(file))));
    }

    private static Takeover takeover(ReleaseSetup setup, JReleaser read, Optional<Fact<String>> license) {
        Map<String, Fact<List<String>>> keys =
                new LinkedHashMap<>(read.takeover().keys());
        if (license.isPresent()) {
            keys.remove("license");
        }
        List<Takeover.Open> open = new ArrayList<>(read.takeover().open());
        boolean started = setup.tags().isPresent() || setup.takeover().keys().containsKey("release.trigger");
        read.creating()
                .filter(from -> !started)
                .ifPresent(from -> open.add(new Takeover.Open(
                        "release.trigger",
                        "JReleaser creates the tag; from now on, somebody pushes it, or enters a version with 'trigger:"
                                + " dispatch'; from " + from)));
        return new Takeover(keys, read.takeover().left(), open);
    }

    private static Takeover.Left notRead(String file) {
        return new Takeover.Left(
                "jreleaser",
                "another config",
                Takeover.Left.NOT_READ + ": compare its artifacts and packagers with the last release",
                file);
    }
}
