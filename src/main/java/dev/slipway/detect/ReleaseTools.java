package dev.slipway.detect;

import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds other release tools that are configured, and what dist is told to build. */
record ReleaseTools(RepositoryFiles files) {
    private static final Map<String, String> FILES = toolFiles();

    private static Map<String, String> toolFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("dist-workspace.toml", "dist");
        files.put("dist.toml", "dist");
        files.put("release-plz.toml", "release-plz");
        files.put(".release-plz.toml", "release-plz");
        files.put("release.toml", "cargo-release");
        files.put(".goreleaser.yml", "goreleaser");
        files.put(".goreleaser.yaml", "goreleaser");
        files.put("goreleaser.yml", "goreleaser");
        files.put("goreleaser.yaml", "goreleaser");
        files.put("jreleaser.yml", "jreleaser");
        files.put("jreleaser.yaml", "jreleaser");
        files.put("jreleaser.toml", "jreleaser");
        files.put("release-please-config.json", "release-please");
        return files;
    }

    /** The tools, each with the file that configures it. */
    List<Fact<String>> found() {
        List<Fact<String>> found = new ArrayList<>();
        FILES.forEach((file, tool) -> {
            if (files.has(file)) {
                found.add(new Fact<>(tool, file));
            }
        });
        return found;
    }

    /** What dist builds, where it is configured. */
    List<Fact<FoundTarget>> targets() {
        return Stream.of("dist-workspace.toml", "dist.toml")
                .flatMap(file -> files.read(file).map(TomlFile::read).stream())
                .flatMap(file -> file.top().texts("dist", "targets").stream()
                        .map(triple -> new Fact<>(
                                FoundTarget.of(triple).with(dist(file, triple)), file.name() + " [dist] targets")))
                .toList();
    }

    /** What dist calls an archive, and how it packs one. */
    private static FoundArchive dist(TomlFile file, String triple) {
        boolean windows = triple.contains("windows");
        String ending = file.top()
                .text("dist", windows ? "windows-archive" : "unix-archive")
                .orElse(windows ? ".zip" : ".tar.xz");
        return new FoundArchive(
                Symbols.NAME + "-" + triple,
                ending,
                Optional.of(windows ? "flat" : "dir"),
                file.top().texts("dist", "include"),
                Map.of(),
                List.of());
    }
}
