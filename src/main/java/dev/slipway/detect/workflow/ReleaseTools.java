package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.goreleaser.GoReleaser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds other release tools that are configured. */
public record ReleaseTools(RepositoryFiles files) {
    private static final Map<String, String> FILES = toolFiles();

    private static Map<String, String> toolFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("dist-workspace.toml", "dist");
        files.put("dist.toml", "dist");
        files.put("release-plz.toml", "release-plz");
        files.put(".release-plz.toml", "release-plz");
        files.put("release.toml", "cargo-release");
        GoReleaser.FILES.forEach(file -> files.put(file, "goreleaser"));
        files.put("jreleaser.yml", "jreleaser");
        files.put("jreleaser.yaml", "jreleaser");
        files.put("jreleaser.toml", "jreleaser");
        files.put("jreleaser.json", "jreleaser");
        files.put("release-please-config.json", "release-please");
        files.put(".release-please-config.json", "release-please");
        files.put(".github/release-please-config.json", "release-please");
        files.put(".releaserc", "semantic-release");
        for (String ending : List.of("json", "yaml", "yml", "js", "cjs", "mjs")) {
            files.put(".releaserc." + ending, "semantic-release");
        }
        for (String ending : List.of("js", "cjs", "mjs", "ts")) {
            files.put("release.config." + ending, "semantic-release");
        }
        files.put(".changeset/config.json", "changesets");
        files.put(".tagpr", "tagpr");
        return files;
    }

    /** The tools, each with the file that configures it. */
    public List<Fact<String>> found() {
        List<Fact<String>> found = new ArrayList<>();
        FILES.forEach((file, tool) -> {
            if (files.has(file)) {
                found.add(new Fact<>(tool, file));
            }
        });
        files.read("Cargo.toml")
                .map(TomlFile::read)
                .ifPresent(manifest -> Stream.of("workspace", "package")
                        .filter(table -> manifest.top().has(table, "metadata", "dist"))
                        .map(table -> new Fact<>("dist", "Cargo.toml [" + table + ".metadata.dist]"))
                        .forEach(found::add));
        return found;
    }
}
