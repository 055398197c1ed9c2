package dev.slipway.run.local.engine;

import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A JSON value of an image, read by its keys: whatever is not there is empty. JSON is a part of YAML 1.2. */
record Json(Optional<Node> node) {
    static Json read(Path file) throws IOException {
        return new Json(Optional.of(YamlReader.read(
                new SourceText(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8)))));
    }

    Json get(String key) {
        return new Json(node.flatMap(value -> value.child(key)));
    }

    List<Json> items() {
        return node.map(value -> value.fold(
                        mapping -> List.<Json>of(),
                        list -> list.items().stream()
                                .map(item -> new Json(Optional.of(item)))
                                .toList(),
                        scalar -> List.<Json>of()))
                .orElse(List.of());
    }

    /** A text or a number; empty where there is neither. */
    String text() {
        return node.map(value -> value.fold(
                        mapping -> "",
                        list -> "",
                        scalar -> scalar.type() == Node.Scalar.Type.NULL ? "" : scalar.text()))
                .orElse("");
    }

    List<String> texts() {
        return items().stream().map(Json::text).toList();
    }

    Map<String, String> textsByKey() {
        Map<String, String> all = new LinkedHashMap<>();
        node.ifPresent(value -> value.fold(
                mapping -> {
                    mapping.entries()
                            .forEach((key, entry) -> all.put(key, new Json(Optional.of(entry.value())).text()));
                    return all;
                },
                list -> all,
                scalar -> all));
        return all;
    }

    /** A text as JSON writes it. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < 0x20) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
