package dev.slipway.detect;

import dev.slipway.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a YAML value questions; a value of another shape than asked for counts as absent. */
final class Yaml {
    private Yaml() {}

    static Optional<Node> at(Node node, String... path) {
        Optional<Node> here = Optional.of(node);
        for (String key : path) {
            here = here.flatMap(value -> value.child(key));
        }
        return here;
    }

    /** The line of a key, counted from 1. */
    static int line(Node node, String holder, String key) {
        return at(node, holder)
                .flatMap(value -> value.fold(
                        mapping -> Optional.ofNullable(mapping.entries().get(key)),
                        sequence -> Optional.<Node.Entry>empty(),
                        scalar -> Optional.<Node.Entry>empty()))
                .map(entry -> entry.keySpan().start().line())
                .orElse(1);
    }

    static Optional<String> text(Node node, String... path) {
        return at(node, path)
                .flatMap(value -> value.fold(
                        mapping -> Optional.empty(),
                        sequence -> Optional.empty(),
                        scalar -> scalar.type() == Node.Scalar.Type.NULL
                                ? Optional.empty()
                                : Optional.of(scalar.text())));
    }

    /** The texts of a list; a single text counts as a list of one. */
    static List<String> texts(Node node, String... path) {
        return at(node, path)
                .map(value -> value.fold(
                        mapping -> List.<String>of(),
                        sequence -> sequence.items().stream()
                                .flatMap(item -> text(item).stream())
                                .toList(),
                        scalar -> text(scalar).stream().toList()))
                .orElse(List.of());
    }

    static List<Node> items(Node node, String... path) {
        return at(node, path)
                .map(value -> value.fold(mapping -> List.<Node>of(), Node.Sequence::items, scalar -> List.<Node>of()))
                .orElse(List.of());
    }

    static Map<String, Node> entries(Node node, String... path) {
        Map<String, Node> entries = new LinkedHashMap<>();
        at(node, path)
                .map(value -> value.fold(
                        Node.Mapping::entries,
                        sequence -> Map.<String, Node.Entry>of(),
                        scalar -> Map.<String, Node.Entry>of()))
                .orElse(Map.of())
                .forEach((key, entry) -> entries.put(key, entry.value()));
        return entries;
    }

    static Map<String, String> texts(Map<String, Node> nodes) {
        Map<String, String> texts = new LinkedHashMap<>();
        nodes.forEach((key, node) -> text(node).ifPresent(text -> texts.put(key, text)));
        return texts;
    }
}
