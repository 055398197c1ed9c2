package dev.slipway.detect.release;

import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.goreleaser.JReleaser;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes over what a JReleaser config says.
 *
 * @param config what was read
 * @param unread a build script or a POM with a config in it
 * @param findings why it could not be read
 */
public record JReleaserImport(Optional<JReleaser> config, Optional<String> unread, List<Finding> findings) {
    private static final String TOML = "jreleaser.toml";
    private static final Pattern BLOCK = Pattern.compile("(?m)^[ \\t]*+(?:jreleaser[ \\t]*+\\{|<jreleaser>)");

    public static JReleaserImport of(RepositoryFiles files) {
        Optional<String> file = Stream.concat(JReleaser.FILES.stream(), Stream.of(TOML))
                .filter(files::has)
                .findFirst();
        try {
            return new JReleaserImport(
                    file.flatMap(files::read).map(JReleaserImport::read),
                    file.isEmpty() ? inBuild(files) : Optional.empty(),
                    List.of());
        } catch (InvalidSource broken) {
            return new JReleaserImport(Optional.empty(), Optional.empty(), broken.findings());
        }
    }

    private static JReleaser read(SourceText source) {
        return source.name().equals(TOML)
                ? JReleaser.read(new SourceText(TOML, TomlFile.read(source).json()))
                : JReleaser.read(source);
    }

    /** The place of a config that is a part of a build, at the top or in a module. */
    private static Optional<String> inBuild(RepositoryFiles files) {
        Stream<String> folders = Stream.concat(
                Stream.of(""),
                files.list(".").stream().filter(files::hasDirectory).map(folder -> folder + "/"));
        return folders.flatMap(folder ->
                        Stream.of("build.gradle.kts", "build.gradle", "pom.xml").map(folder::concat))
                .filter(files::has)
                .flatMap(file -> files.read(file).stream())
                .flatMap(source -> BLOCK.matcher(source.text())
                        .results()
                        .limit(1)
                        .map(found -> source.name() + ":"
                                + source.text()
                                        .substring(0, found.end())
                                        .lines()
                                        .count()))
                .findFirst();
    }

    /** A text of TOML was rewritten, so that only its file is known. */
    private static String place(String from) {
        return from.replace(TOML + ":1", TOML);
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
                            new Fact<>(new ReleasedFile(name.value(), Optional.empty(), false), place(name.from()))));
            read.keys().stream()
                    .filter(key -> !key.path().equals("license") || license.isEmpty())
                    .forEach(key -> keys.putIfAbsent(key.path(), new Fact<>(key.values(), place(key.from()))));
            read.left()
                    .forEach(one -> left.add(new Takeover.Left(
                            "jreleaser " + one.key(),
                            one.value(),
                            one.why(),
                            place(one.from()).replaceFirst(" .*$", ""))));
            read.open().forEach(one -> open.add(new Takeover.Open(one.from(), place(one.value()))));
        });
        unread.ifPresent(file -> left.add(new Takeover.Left(
                "jreleaser",
                "a config in a build",
                "not read: compare its artifacts and packagers with the last release",
                file)));
        return setup.with(
                setup.targets(),
                released,
                setup.takeover().and(new Takeover(keys, left, open)),
                untold.stream().sorted().toList());
    }
}
