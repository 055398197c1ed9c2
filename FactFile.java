package dev.slipway.facts;

import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One of our own tables: a YAML list of flat mappings that lies beside the classes. */
final class FactFile {
    private FactFile() {}

    static List<Row> read(String name) {
        try (InputStream stream = FactFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the table '" + name + "' is missing");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return items(YamlReader.read(new SourceText(name, text))).stream()
                    .map(Row::new)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Node> items(Node node) {
        return node.fold(mapping -> List.of(), Node.Sequence::items, List::of);
    }

    /** A row, asked by the names of its columns. */
    record Row(Node node) {
        List<String> all(String column) {
            return node.child(column).map(FactFile::items).orElse(List.of()).stream()
                    .map(item -> item.fold(mapping -> "", sequence -> "", Node.Scalar::text))
                    .toList();
        }

        Optional<String> maybe(String column) {
            return all(column).stream().findFirst();
        }

        String one(String column) {
            return maybe(column).orElseThrow(() -> new IllegalStateException("a row has no '" + column + "': " + node));
        }
    }
}
