package dev.slipway.detect.files;

import dev.slipway.source.Node;
import dev.slipway.source.Position;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Makes documents of TOML.
 *
 * @param lines where the file writes its keys; what they do not know is at the nearest table around it
 */
record TomlNodes(TomlLines lines) {
    Node node(JsonNode value, List<String> path, int around) {
        int line = lines.of(path).orElse(around);
        Span span = new Span(new Position(line, 1), 1);
        if (value.isObject()) {
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            value.properties().forEach(entry -> {
                Node below = node(entry.getValue(), TomlLines.with(path, entry.getKey()), line);
                entries.put(entry.getKey(), new Node.Entry(entry.getKey(), below.span(), below));
            });
            return new Node.Mapping(entries, span);
        }
        if (value.isArray()) {
            List<Node> items = new ArrayList<>();
            for (JsonNode item : value.values()) {
                items.add(node(item, TomlLines.with(path, String.valueOf(items.size())), line));
            }
            return new Node.Sequence(items, span);
        }
        Node.Scalar.Type type = value.isBoolean() ? Node.Scalar.Type.BOOLEAN : Node.Scalar.Type.TEXT;
        return new Node.Scalar(type, value.asString(), false, span);
    }
}
