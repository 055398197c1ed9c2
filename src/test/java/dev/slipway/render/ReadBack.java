package dev.slipway.render;

import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rendered YAML as maps, lists and scalars, short forms written out. */
final class ReadBack {
    /** Keys whose mapping may be omitted if it would have only one key. */
    private static final Map<String, String> SHORT = Map.of(
            "container", "image",
            "environment", "name",
            "concurrency", "group",
            "runs-on", "labels",
            "snapshot", "image-name");

    private ReadBack() {}

    static Object of(String yaml) {
        return plain("", YamlReader.read(new SourceText("rendered.yml", yaml)));
    }

    private static Object plain(String key, Node node) {
        return node.fold(
                mapping -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    mapping.entries()
                            .forEach((name, entry) -> map.put(name, written(name, plain(name, entry.value()))));
                    return map;
                },
                sequence -> sequence.items().stream().map(it -> plain("", it)).toList(),
                scalar -> key.equals("if") ? bare(scalar.text()) : value(scalar));
    }

    private static Object written(String key, Object value) {
        return SHORT.containsKey(key) && !(value instanceof Map) ? Map.of(SHORT.get(key), value) : value;
    }

    /** A condition means the same with and without its marks. */
    private static String bare(String condition) {
        return condition.startsWith("${{ ") && condition.endsWith(" }}")
                ? condition.substring(4, condition.length() - 3)
                : condition;
    }

    private static Object value(Node.Scalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> scalar.text();
            case INTEGER -> Long.valueOf(scalar.text());
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case NULL -> WorkflowTree.NOTHING;
            case FLOAT -> Double.valueOf(scalar.text());
        };
    }
}
