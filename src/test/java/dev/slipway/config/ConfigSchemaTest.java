package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigSchemaTest {
    private static final String TEXT = read();
    private static final Node SCHEMA = YamlReader.read(new SourceText("slipway.schema.json", TEXT));

    private static String read() {
        try {
            return Files.readString(Path.of("schemas/slipway.schema.json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key of the config, such as {@code linux.packages}, and what the schema says of it. */
    private record Key(List<String> path, Node schema) {
        List<String> child(String name) {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            return longer;
        }

        List<Key> children() {
            return entries(schema.child("properties").orElse(schema)).entrySet().stream()
                    .filter(entry -> schema.child("properties").isPresent())
                    .map(entry ->
                            new Key(child(entry.getKey()), entry.getValue().value()))
                    .toList();
        }
    }

    private static Map<String, Node.Entry> entries(Node node) {
        return node.fold(Node.Mapping::entries, sequence -> Map.of(), scalar -> Map.of());
    }

    private static List<Key> mappings() {
        List<Key> result = new ArrayList<>();
        result.add(new Key(List.of(), SCHEMA));
        result.addAll(result.get(0).children().stream()
                .filter(key -> key.schema().child("properties").isPresent())
                .toList());
        return result;
    }

    @Test
    void hasTheKeysThatAreRead() {
        assertThat(mappings()).hasSizeGreaterThan(8).allSatisfy(mapping -> {
            Set<String> described = mapping.children().stream()
                    .map(key -> key.path().get(key.path().size() - 1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(keysRead(mapping.path())).as(mapping.path().toString()).isEqualTo(described);
        });
    }

    /** What the reader says it knows when it meets a key that it does not. */
    private static Set<String> keysRead(List<String> path) {
        List<String> stray = new ArrayList<>(path);
        stray.add("0000000000");
        return Configs.read(config(stray, "1")).problems().stream()
                .filter(problem -> problem.message().startsWith("unknown key"))
                .map(problem -> problem.help().replace("the keys here are ", ""))
                .flatMap(keys -> List.of(keys.split(", ")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void givesExamplesAndDefaultsThatCanBeRead() {
        List<String> configs = new ArrayList<>();
        for (Key mapping : mappings()) {
            for (Key key : mapping.children()) {
                key.schema().child("default").ifPresent(value -> configs.add(config(key.path(), json(value))));
                key.schema()
                        .child("examples")
                        .ifPresent(examples ->
                                entriesOf(examples).forEach(value -> configs.add(config(key.path(), json(value)))));
            }
        }
        assertThat(configs).hasSizeGreaterThan(50).allSatisfy(config -> {
            assertThat(Configs.findings(config)).as(config).isEmpty();
            assertThat(schema().validate(config, InputFormat.JSON)).as(config).isEmpty();
        });
    }

    private static List<Node> entriesOf(Node list) {
        return list.fold(mapping -> List.of(), Node.Sequence::items, scalar -> List.of());
    }

    @Test
    void takesOttosConfigAndNoMisspeltOne() {
        String otto = json(YamlReader.read(new SourceText("slipway.yml", Configs.OTTO)));
        assertThat(schema().validate(otto, InputFormat.JSON)).isEmpty();
        for (String wrong : List.of(
                otto.replace("\"targets\"", "\"taregts\""),
                otto.replace("\"base\"", "\"bse\""),
                otto.replace("\"repository\"", "\"descriptions\""),
                otto.replace("\"rust\"", "\"linux2\""),
                otto.replace("\"locked\": false", "\"locked\": \"maybe\""))) {
            assertThat(wrong).isNotEqualTo(otto);
            assertThat(schema().validate(wrong, InputFormat.JSON)).as(wrong).isNotEmpty();
        }
    }

    @Test
    void describesEveryKey() {
        assertThat(mappings())
                .flatExtracting(Key::children)
                .allSatisfy(key -> assertThat(key.schema().at(Pointer.of("/description")))
                        .as(key.path().toString())
                        .isPresent());
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(TEXT, InputFormat.JSON);
    }

    /** A small config in which one key has a value. */
    private static String config(List<String> path, String value) {
        Map<String, String> config = new java.util.LinkedHashMap<>();
        config.put("repository", "\"otto-rs/otto\"");
        if (path.get(0).equals("command") && path.size() > 1 && !path.get(1).equals("build")) {
            config.put("command", "{\"build\": \"make\", \"" + path.get(1) + "\": " + value + "}");
        }
        if (List.of("maven", "go", "gradle", "command").contains(path.get(0))) {
            config.putIfAbsent(path.get(0), "{}");
        } else {
            config.put("rust", "{}");
        }
        config.merge(
                path.get(0),
                path.size() == 1 ? value : "{\"" + path.get(1) + "\": " + value + "}",
                (old, one) -> old.equals("{}") ? one : old);
        return config.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String json(Node node) {
        return node.fold(
                mapping -> mapping.entries().values().stream()
                        .map(entry -> "\"" + entry.key() + "\": " + json(entry.value()))
                        .collect(Collectors.joining(", ", "{", "}")),
                sequence -> sequence.items().stream()
                        .map(ConfigSchemaTest::json)
                        .collect(Collectors.joining(", ", "[", "]")),
                scalar -> scalar.type() == Node.Scalar.Type.TEXT ? "\"" + scalar.text() + "\"" : scalar.text());
    }
}
