package dev.slipway.detect.release;

import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.goreleaser.JReleaser;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes over what a JReleaser config says.
 *
 * @param config what was read
 * @param unread a config in a language that is not read
 * @param findings why it could not be read
 */
public record JReleaserImport(Optional<JReleaser> config, Optional<String> unread, List<Finding> findings) {
    private static final String TOML = "jreleaser.toml";

    public static JReleaserImport of(RepositoryFiles files) {
        Optional<String> file = JReleaser.FILES.stream().filter(files::has).findFirst();
        try {
            return new JReleaserImport(
                    file.flatMap(files::read).map(JReleaser::read),
                    file.isEmpty() && files.has(TOML) ? Optional.of(TOML) : Optional.empty(),
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
        List<Finding> untold = new ArrayList<>(setup.untold());
        untold.addAll(findings);
        List<Fact<ReleasedFile>> released = new ArrayList<>(setup.released());
        Map<String, Fact<List<String>>> keys = new LinkedHashMap<>();
        List<Takeover.Left> left = new ArrayList<>();
        List<Takeover.Open> open = new ArrayList<>();
        config.ifPresent(read -> {
            read.assets()
                    .forEach(name -> released.add(
                            new Fact<>(new ReleasedFile(name.value(), Optional.empty(), false), name.from())));
            read.keys().stream()
                    .filter(key -> !key.path().equals("license") || license.isEmpty())
                    .forEach(key -> keys.putIfAbsent(key.path(), new Fact<>(key.values(), key.from())));
            read.left()
                    .forEach(one -> left.add(new Takeover.Left(
                            "jreleaser " + one.key(),
                            one.value(),
                            one.why(),
                            one.from().replaceFirst(" .*$", ""))));
            read.open().forEach(one -> open.add(new Takeover.Open(one.from(), one.value())));
        });
        unread.ifPresent(file -> left.add(new Takeover.Left(
                "jreleaser", file, "a config in TOML is not read, so nothing of it is taken over", file)));
        return setup.with(
                setup.targets(),
                released,
                setup.takeover().and(new Takeover(keys, left, open)),
                untold.stream().sorted().toList());
    }
}
