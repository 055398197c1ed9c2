package dev.slipway.facts;

import dev.slipway.source.Node;
import java.util.List;
import java.util.Optional;

/** A data file with a list of rows, each a flat mapping. */
final class FactTable {
    private FactTable() {}

    /** @param key the key that holds the rows, beside the day on which they were checked */
    static List<Row> rows(String name, String key) {
        return FactFile.read(name).child(key).map(FactTable::items).orElseThrow().stream()
                .map(Row::new)
                .toList();
    }

    private static List<Node> items(Node node) {
        return node.fold(mapping -> List.of(), Node.Sequence::items, List::of);
    }

    /** A row, asked by the names of its columns. */
    record Row(Node node) {
        List<String> all(String column) {
            return node.child(column).map(FactTable::items).orElse(List.of()).stream()
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
