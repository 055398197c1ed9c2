package dev.slipway.detect.release;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.jreleaser.JReleaser;
import dev.slipway.detect.jvm.GradleConfig;
import dev.slipway.detect.jvm.PluginConfig;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the configs of JReleaser in a repository, the one that it would take first: a file, or a part of a build script. */
record JReleaserConfigs(RepositoryFiles files) {
    private static final String PLUGIN = "jreleaser-maven-plugin";

    /**
     * A config.
     *
     * @param project what the build that it is in calls the project
     */
    record Config(String file, Node document, Optional<String> project) {
        /** Where it begins. */
        String place() {
            return file + ":" + document.span().start().line();
        }
    }

    /** @throws InvalidSource if a file is broken */
    List<Config> found() {
        List<Config> found = new ArrayList<>();
        JReleaser.FILES.stream()
                .filter(files::has)
                .findFirst()
                .flatMap(this::file)
                .ifPresent(found::add);
        PluginConfig.of(files, PLUGIN, "{{projectVersion}}").stream()
                .flatMap(this::maven)
                .filter(config -> found.stream().noneMatch(other -> other.file().equals(config.file())))
                .forEach(found::add);
        GradleConfig.of(files, "jreleaser").stream()
                .flatMap(this::gradle)
                .filter(config -> found.stream().noneMatch(other -> other.file().equals(config.file())))
                .forEach(found::add);
        return found;
    }

    private Optional<Config> file(String path) {
        return files.read(path).map(source -> new Config(path, document(source), Optional.empty()));
    }

    private static Node document(SourceText source) {
        if (!source.name().endsWith(".toml")) {
            return YamlReader.readMerging(source);
        }
        TomlFile toml = TomlFile.read(source);
        if (!toml.findings().isEmpty()) {
            throw new InvalidSource(source, toml.findings());
        }
        return toml.node();
    }

    /** A POM has it in itself, or names a file. */
    private Stream<Config> maven(PluginConfig plugin) {
        Optional<String> project = Optional.of(plugin.project()).filter(name -> !name.isEmpty());
        return plugin
                .config()
                .child("jreleaser")
                .map(node -> new Config(plugin.file(), node, project))
                .or(() -> plugin.path("configFile")
                        .filter(files::has)
                        .flatMap(this::file)
                        .map(config -> new Config(config.file(), config.document(), project)))
                .stream();
    }

    private Stream<Config> gradle(GradleConfig block) {
        return block
                .path("configFile")
                .filter(files::has)
                .flatMap(this::file)
                .map(config -> new Config(config.file(), config.document(), block.project()))
                .or(() -> Optional.of(new Config(block.file(), block.config(), block.project())))
                .stream();
    }
}
