package dev.slipway.detect.image;

import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a file of Compose, or a bake file in JSON, which is YAML too.
 *
 * @param files other files of the repository, by their paths
 */
record YamlBuildFile(Function<String, Optional<SourceText>> files) {
    /** More services than any honest one extends. */
    private static final int DEEPEST = 20;

    /** A service, and the file that has it. */
    private record Service(Node node, Map<String, Node> others, String file) {}

    /** Empty if it is no YAML. */
    Optional<BuildFile> read(SourceText source) {
        return root(source).map(root -> root.child("services").isPresent() ? compose(root, source.name()) : bake(root));
    }

    private static Optional<Node> root(SourceText source) {
        try {
            return Optional.of(YamlReader.readMerging(source));
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
    private BuildFile compose(Node root, String file) {
        Map<String, Map<String, List<String>>> targets = new LinkedHashMap<>();
        Map<String, Node> services = keys(root, "services");
        services.forEach((name, node) -> {
            List<Service> line = line(new Service(node, services, file));
            Service last = line.get(line.size() - 1);
            last.node().child("build").ifPresent(build -> {
                Map<String, List<String>> target = new TreeMap<>(texts(build));
                if (target.isEmpty()) {
                    target.put(
                            "context",
                            build.fold(all -> List.of(), all -> List.of(), folder -> List.of(folder.text())));
                }
                target.computeIfPresent(
                        "context",
                        (key, folders) -> folders.stream()
                                .map(folder -> from(file, last.file(), folder))
                                .toList());
                Stream<String> image = line.stream()
                        .map(service -> texts(service.node(), "image"))
                        .filter(some -> !some.isEmpty())
                        .limit(1)
                        .flatMap(List::stream);
                target.put(
                        "tags",
                        Stream.concat(image, texts(build, "tags").stream()).toList());
                targets.put(name, target);
            });
        });
        return new BuildFile(targets, Map.of(BuildFile.DEFAULT, List.copyOf(targets.keySet())), Map.of());
    }

    /** A service and the services that it extends, up to the first with a {@code build}. */
    private List<Service> line(Service first) {
        List<Service> line = new ArrayList<>(List.of(first));
        Optional<Service> next = Optional.of(first);
        while (next.isPresent() && next.get().node().child("build").isEmpty() && line.size() < DEEPEST) {
            next = next.flatMap(this::extended);
            next.ifPresent(line::add);
        }
        return line;
    }

    private Optional<Service> extended(Service service) {
        Optional<Node> other = service.node().child("extends");
        Optional<String> name =
                other.map(all -> all.child("service").map(YamlBuildFile::text).orElseGet(() -> text(all)));
        Optional<String> file = other.flatMap(all -> all.child("file")).map(YamlBuildFile::text);
        if (file.isEmpty()) {
            return name.map(service.others()::get).map(node -> new Service(node, service.others(), service.file()));
        }
        String path = Tree.path(folder(service.file()), file.get());
        return files.apply(path).flatMap(YamlBuildFile::root).flatMap(root -> {
            Map<String, Node> services = keys(root, "services");
            return name.map(services::get).map(node -> new Service(node, services, path));
        });
    }

    /** A folder that one file names, as another one would. */
    private static String from(String file, String other, String folder) {
        String below = folder(other);
        boolean same = below.equals(folder(file)) || folder.startsWith("/") || folder.contains("$");
        return same ? folder : Tree.path(folder(file).isEmpty() ? below : up(folder(file)) + below, folder);
    }

    private static String up(String folder) {
        return "../".repeat(folder.split("/").length);
    }

    private static String folder(String file) {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
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
                ? list.items().stream()
                        .map(item -> item instanceof Node.Mapping ? BuildFile.grouped(texts(item)) : text(item))
                : Stream.of(text(node));
    }

    private static String text(Node node) {
        return node.fold(mapping -> Symbols.UNKNOWN, sequence -> Symbols.UNKNOWN, Node.Scalar::text);
    }
}
