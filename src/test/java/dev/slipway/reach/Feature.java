package dev.slipway.reach;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.files.GeneratedFile;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a release needs.
 *
 * @param word in the list of releases
 * @param says what it is
 * @param config how a config says it, if it can
 * @param shows what then stands in a generated file
 * @param lacks why it is not supported, or what support would need
 */
record Feature(String word, String says, Optional<Merge> config, Optional<String> shows, Optional<String> lacks) {
    static final Path FILE = Path.of("docs/reach/features.yml");

    /** What every config has. */
    static final Merge BASE = Merge.of(YamlReader.read(
            new SourceText("base", "{ repository: example/tool, rust: { toolchain: 1.94.0 }, ci: false }")));

    /** All of them by their words. */
    static Map<String, Feature> all() {
        Map<String, Feature> features = new LinkedHashMap<>();
        mapping(FILE).forEach((word, entry) -> features.put(word, of(word, entry.value())));
        return features;
    }

    static Map<String, Node.Entry> mapping(Path file) {
        Node document = YamlReader.read(new SourceText(file.toString(), Examples.read(file)));
        return document.fold(Node.Mapping::entries, list -> Map.of(), scalar -> Map.of());
    }

    private static Feature of(String word, Node node) {
        return new Feature(
                word,
                text(node, "says").orElseThrow(),
                node.child("config").map(Merge::of),
                text(node, "shows"),
                text(node, "lacks"));
    }

    static Optional<String> text(Node node, String key) {
        return node.child(key).map(value -> value.fold(mapping -> "", list -> "", Node.Scalar::text));
    }

    static List<String> texts(Node node, String key) {
        return node.child(key).stream()
                .flatMap(list ->
                        list.fold(mapping -> Stream.<Node>of(), sequence -> sequence.items().stream(), Stream::of))
                .map(item -> item.fold(mapping -> "", list -> "", Node.Scalar::text))
                .toList();
    }

    static Map<String, Integer> lines(Node node, String key) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        node.child(key)
                .map(value -> value.fold(
                        Node.Mapping::entries,
                        list -> Map.<String, Node.Entry>of(),
                        scalar -> Map.<String, Node.Entry>of()))
                .ifPresent(files -> files.forEach((file, entry) -> lines.put(
                        file, entry.value().fold(mapping -> 0, list -> 0, scalar -> Integer.parseInt(scalar.text())))));
        return lines;
    }

    boolean carried() {
        return config.isPresent();
    }

    /** Everything that comes of the feature alone, in one text. */
    String generated() {
        return text(Examples.generate(BASE.and(config.orElseThrow()).text()));
    }

    private static String text(Generation generation) {
        return generation.files().files().stream().map(GeneratedFile::text).collect(Collectors.joining("\n"));
    }
}
