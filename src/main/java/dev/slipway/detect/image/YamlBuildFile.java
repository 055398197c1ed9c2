package dev.slipway.detect.image;

import dev.slipway.shell.Symbols;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a file of Compose, or a bake file in JSON, which is YAML too. */
final class YamlBuildFile {
    private YamlBuildFile() {}

    /** Empty if it is no YAML. */
    static Optional<BuildFile> read(SourceText source) {
        try {
            Node root = YamlReader.readMerging(source);
            return Optional.of(root.child("services").isPresent() ? compose(root) : bake(root));
        } catch (InvalidSource unreadable) {
            return Optional.empty();
        }
    }

    private static BuildFile bake(Node root) {
        Map<String, Map<String, List<String>>> targets = new LinkedHashMap<>();
        keys(root, "target").forEach((name, target) -> targets.put(name, texts(target)));
        Map<String, List<String>> groups = new LinkedHashMap<>();
        keys(root, "group").forEach((name, group) -> groups.put(name, texts(group, "targets")));
        Map<String, String> variables = new LinkedHashMap<>();
        keys(root, "variable")
                .forEach((name, variable) ->
                        texts(variable, "default").stream().limit(1).forEach(value -> variables.put(name, value)));
        return new BuildFile(targets, groups, variables);
    }

    /** A service that is built is a target, and its image the first of its tags. */
    private static BuildFile compose(Node root) {
        Map<String, Map<String, List<String>>> targets = new LinkedHashMap<>();
        Map<String, Node> services = keys(root, "services");
        services.forEach((name, service) -> built(name, services).ifPresent(build -> {
            Map<String, List<String>> target = new TreeMap<>(texts(build));
            if (target.isEmpty()) {
                target.put("context", build.fold(all -> List.of(), all -> List.of(), folder -> List.of(folder.text())));
            }
            List<String> tags = Stream.concat(texts(service, "image").stream(), texts(build, "tags").stream())
                    .toList();
            target.put("tags", tags);
            targets.put(name, target);
        }));
        return new BuildFile(targets, Map.of(BuildFile.DEFAULT, List.copyOf(targets.keySet())), Map.of());
    }

    /** What a service is built from, by itself or by those of the file that it extends. */
    private static Optional<Node> built(String name, Map<String, Node> services) {
        Set<String> seen = new HashSet<>();
        Optional<Node> service = Optional.ofNullable(services.get(name));
        while (service.isPresent() && service.get().child("build").isEmpty()) {
            Optional<Node> other = service.get().child("extends");
            service = other.flatMap(all -> all.child("file").isPresent()
                            ? Optional.empty()
                            : all.child("service").map(YamlBuildFile::text).or(() -> Optional.of(text(all))))
                    .filter(seen::add)
                    .map(services::get);
        }
        return service.flatMap(found -> found.child("build"));
    }

    private static Map<String, Node> keys(Node node, String key) {
        Map<String, Node> found = new LinkedHashMap<>();
        node.child(key).ifPresent(child -> entries(child).forEach((name, entry) -> found.put(name, entry.value())));
        return found;
    }

    private static Map<String, Node.Entry> entries(Node node) {
        return node instanceof Node.Mapping mapping ? mapping.entries() : Map.of();
    }

    private static Map<String, List<String>> texts(Node node) {
        Map<String, List<String>> found = new TreeMap<>();
        entries(node).forEach((key, entry) -> found.put(key, texts(node, key)));
        return found;
    }

    /** The texts of a value: one, those of a list, or those of a map with their keys. */
    private static List<String> texts(Node node, String key) {
        return node.child(key)
                .map(value -> value.<List<String>>fold(
                        mapping -> mapping.entries().entrySet().stream()
                                .flatMap(entry ->
                                        items(entry.getValue().value()).map(item -> entry.getKey() + "=" + item))
                                .toList(),
                        sequence -> sequence.items().stream()
                                .map(YamlBuildFile::text)
                                .toList(),
                        scalar -> List.of(scalar.text())))
                .orElse(List.of());
    }

    /** The texts of a list, or the only text; what an empty value says is nothing. */
    private static Stream<String> items(Node node) {
        return node instanceof Node.Sequence list
                ? list.items().stream().map(YamlBuildFile::text)
                : Stream.of(text(node));
    }

    private static String text(Node node) {
        return node.fold(mapping -> Symbols.UNKNOWN, sequence -> Symbols.UNKNOWN, Node.Scalar::text);
    }
}
