package dev.slipway.detect.jvm;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a POM says to a plugin.
 *
 * @param file the POM
 * @param project the artifact of the POM
 * @param config the element {@code configuration}
 */
public record PluginConfig(String file, String project, Node config) {
    private static final String VERSION = "${project.version}";

    /**
     * All that the POMs of a build say to a plugin, in profiles, too; the one at the root first.
     *
     * @param version what stands for the version of the project
     */
    public static List<PluginConfig> of(RepositoryFiles files, String plugin, String version) {
        List<PluginConfig> found = new ArrayList<>();
        if (files.has(PomTree.FILE)) {
            for (Pom pom : new PomTree(files).modules()) {
                files.read(pom.file())
                        .filter(source -> source.text().contains(plugin))
                        .flatMap(source -> XmlNodes.read(source, text -> filled(pom, text, version)))
                        .ifPresent(project -> search(project, pom, plugin, found));
            }
        }
        return found;
    }

    private static String filled(Pom pom, String text, String version) {
        return pom.fill(text.replace(VERSION, version).replace("${pom.version}", version));
    }

    private static void search(Node node, Pom pom, String plugin, List<PluginConfig> found) {
        boolean named = node.child("artifactId")
                .flatMap(PluginConfig::text)
                .filter(plugin::equals)
                .isPresent();
        if (named) {
            node.child("configuration").ifPresent(config -> add(config, pom, found));
            node.child("executions").ifPresent(executions -> inside(executions, "configuration", pom, found));
        } else {
            below(node).forEach(child -> search(child, pom, plugin, found));
        }
    }

    private static void inside(Node node, String key, Pom pom, List<PluginConfig> found) {
        node.child(key).ifPresent(config -> add(config, pom, found));
        below(node).forEach(child -> inside(child, key, pom, found));
    }

    private static void add(Node config, Pom pom, List<PluginConfig> found) {
        found.add(new PluginConfig(pom.file(), pom.artifact(), config));
    }

    private static List<Node> below(Node node) {
        return node.fold(
                mapping -> mapping.entries().values().stream()
                        .map(Node.Entry::value)
                        .toList(),
                Node.Sequence::items,
                text -> List.of());
    }

    static Optional<String> text(Node node) {
        return node.fold(mapping -> Optional.empty(), list -> Optional.empty(), text -> Optional.of(text.text()));
    }

    /** The file that a setting names, as a path in the repository. */
    public Optional<String> path(String setting) {
        String folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/') + 1) : "";
        return config.child(setting)
                .flatMap(PluginConfig::text)
                .map(text -> text.startsWith("./") ? folder + text.substring(2) : text)
                .map(text ->
                        text.startsWith("${") && text.contains("}/") ? text.substring(text.indexOf("}/") + 2) : text)
                .map(RepositoryFiles::plain);
    }
}
