package dev.slipway.detect.jvm;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a build script says to the plugin of Jib, which makes images without a Dockerfile.
 *
 * @param file the POM or the script of Gradle
 * @param config its settings; what a script computes is {@code ${…}}
 * @see <a href="https://github.com/GoogleContainerTools/jib/tree/master/jib-maven-plugin#extended-usage">Extended usage</a>
 */
public record JibConfig(String file, Node config) {
    private static final String VERSION = "{version}";

    /** All in a repository that name an image. */
    public static List<JibConfig> of(RepositoryFiles files) {
        return Stream.concat(
                        PluginConfig.of(files, "jib-maven-plugin", VERSION).stream()
                                .map(plugin -> new JibConfig(plugin.file(), plugin.config())),
                        GradleConfig.of(files, "jib").stream()
                                .map(block -> new JibConfig(block.file(), block.config())))
                .filter(jib -> !jib.texts("to", "image").isEmpty())
                .toList();
    }

    /** What build scripts say to Spring Boot about its image. */
    public static List<JibConfig> ofSpring(RepositoryFiles files) {
        return Stream.concat(
                        PluginConfig.of(files, "spring-boot-maven-plugin", VERSION).stream()
                                .map(plugin -> new JibConfig(plugin.file(), plugin.config())),
                        GradleConfig.of(files, "bootBuildImage").stream()
                                .map(block -> new JibConfig(block.file(), block.config())))
                .toList();
    }

    /** The texts at a path, or of all items of the list there. */
    public List<String> texts(String... path) {
        return at(config, path).flatMap(JibConfig::leaves).toList();
    }

    /** The settings at a path by their names. */
    public Map<String, String> pairs(String... path) {
        Map<String, String> pairs = new LinkedHashMap<>();
        at(config, path)
                .filter(Node.Mapping.class::isInstance)
                .flatMap(node -> ((Node.Mapping) node).entries().values().stream())
                .forEach(entry -> leaves(entry.value()).forEach(text -> pairs.put(entry.key(), text)));
        return pairs;
    }

    /** The items of a list at a path, each by one of their settings and another. */
    public List<String> joined(String first, String second, String... path) {
        return at(config, path)
                .flatMap(JibConfig::items)
                .flatMap(item -> at(item, first)
                        .flatMap(JibConfig::leaves)
                        .flatMap(one ->
                                at(item, second).flatMap(JibConfig::leaves).map(two -> one + "/" + two)))
                .toList();
    }

    private static Stream<Node> items(Node node) {
        return node.fold(
                mapping -> mapping.entries().values().stream().map(Node.Entry::value),
                sequence -> sequence.items().stream(),
                scalar -> Stream.of());
    }

    private static Stream<Node> at(Node node, String... path) {
        Stream<Node> here = Stream.of(node);
        for (String key : path) {
            here = here.flatMap(one -> one.child(key).stream());
        }
        return here;
    }

    private static Stream<String> leaves(Node node) {
        return node instanceof Node.Scalar scalar
                ? Stream.of(scalar.text().replace("{{projectVersion}}", VERSION))
                : items(node).flatMap(JibConfig::leaves);
    }
}
