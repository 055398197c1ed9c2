package dev.slipway.run.local.engine;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON document of an image, or a part of it, read by its keys: whatever is not there is empty. */
record Document(Data data) {
    static Document read(Path file) throws IOException {
        try {
            return new Document(Json.read(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (EvaluationFailure invalid) {
            throw new IOException(file.getFileName() + ": " + invalid.reason(), invalid);
        }
    }

    Document get(String key) {
        return new Document(data instanceof Data.Dict object ? object.get(key).orElse(Data.NULL) : Data.NULL);
    }

    List<Document> items() {
        return data instanceof Data.Arr list
                ? list.items().stream().map(Document::new).toList()
                : List.of();
    }

    /** A text or a number; empty if there is neither. */
    String text() {
        return data.primitive() ? data.text() : "";
    }

    List<String> texts() {
        return items().stream().map(Document::text).toList();
    }

    Map<String, String> textsByKey() {
        Map<String, String> all = new LinkedHashMap<>();
        if (data instanceof Data.Dict object) {
            object.values().forEach((key, value) -> all.put(key, new Document(value).text()));
        }
        return all;
    }

    /** A text as JSON writes it. */
    static String quoted(String text) {
        return Json.write(Data.of(text));
    }
}
