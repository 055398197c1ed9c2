package dev.slipway.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "action-interfaces.yml",
                "actions.yml",
                "containers.yml",
                "libc.yml",
                "licenses.yml",
                "runners.yml"
            })
    void readsTheSameAsAReaderOfAllOfYaml(String name) {
        FactFile file = FactFile.read(name);

        assertThat(file).isEqualTo(asYaml(FactFile.text(name)));
        assertThat(file.rows()).hasSizeGreaterThan(4);
        assertThat(file.checked()).hasSize("2026-11-23".length());
    }

    @Test
    void readsEveryFormThatTheFilesHave() {
        String text = """
                # about
                checked: 2026-01-02
                rows:

                - { a: b, c: [d, "e, f"], g: "h: i" }
                - a: b
                  c: [d,
                    e]
                """;

        assertThat(FactFile.of(text)).isEqualTo(asYaml(text));
        assertThat(FactFile.of("checked: 2026-01-02\nrows:\n  x/y: { a: b#1 }"))
                .isEqualTo(asYaml("checked: 2026-01-02\nrows:\n  x/y: { a: b#1 }"));
    }

    private static FactFile asYaml(String text) {
        Node document = YamlReader.read(new SourceText("facts.yml", text));
        String checked = "";
        List<FactFile.Row> rows = new ArrayList<>();
        for (Node.Entry entry : entries(document).values()) {
            if (entry.key().equals("checked")) {
                checked = texts(entry.value()).get(0);
            } else {
                entry.value()
                        .fold(
                                mapping -> mapping.entries().values().stream()
                                        .map(row -> row(row.key(), row.value()))
                                        .toList(),
                                sequence -> sequence.items().stream()
                                        .map(item -> row("", item))
                                        .toList(),
                                scalar -> List.<FactFile.Row>of())
                        .forEach(rows::add);
            }
        }
        return new FactFile(checked, rows);
    }

    private static FactFile.Row row(String name, Node node) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        entries(node).forEach((key, entry) -> columns.put(key, texts(entry.value())));
        return new FactFile.Row(name, columns);
    }

    private static Map<String, Node.Entry> entries(Node node) {
        return node.fold(Node.Mapping::entries, sequence -> Map.of(), scalar -> Map.of());
    }

    private static List<String> texts(Node node) {
        return node.fold(
                mapping -> List.of(),
                sequence -> sequence.items().stream()
                        .flatMap(item -> texts(item).stream())
                        .toList(),
                scalar -> List.of(scalar.text()));
    }
}
