package dev.slipway.facts;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the data files that are shipped with Slipway. */
final class FactFile {
    private FactFile() {}

    static Node read(String name) {
        try (InputStream in = FactFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return YamlReader.read(new SourceText(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> keys(Node document, String key) {
        return document.child(key)
                .orElseThrow()
                .fold(mapping -> List.copyOf(mapping.entries().keySet()), sequence -> List.of(), scalar -> List.of());
    }

    static String text(Node document, Pointer where) {
        return document.at(where).orElseThrow().fold(mapping -> "", sequence -> "", Node.Scalar::text);
    }
}
