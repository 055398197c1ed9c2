package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Toolchains;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/config.md} true. */
class ConfigPageTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("docs/config.md"));
    }

    private static List<String> examples() throws IOException {
        return Pattern.compile("(?s)```yaml\n(.*?)```")
                .matcher(page())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    void showsOnlyExamplesThatCanBeRead() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(8).allSatisfy(example -> {
            String text = example.contains("repository:") ? example : "repository: otto-rs/otto\n" + example;
            String whole = Pattern.compile("(?m)^(rust|go|maven|gradle|command):")
                            .matcher(text)
                            .find()
                    ? text
                    : text + "rust: {}\n";
            assertThat(Configs.findings(whole)).as(whole).isEmpty();
        });
    }

    @Test
    void explainsEveryKeyOfTheSchemaAndNoOther() throws IOException {
        List<String> keys = keys(ConfigReader.shape(Toolchains.READERS), "");
        List<String> explained = Pattern.compile("(?m)^\\| `([a-z.<>-]+\\.?[a-z-]*)` \\|")
                .matcher(page())
                .results()
                .map(result -> result.group(1))
                .filter(key -> !key.endsWith("-"))
                .flatMap(ConfigPageTest::ofEachSystem)
                .toList();
        assertThat(explained).containsExactlyInAnyOrderElementsOf(keys).hasSizeGreaterThan(30);
    }

    @Test
    void saysTheDefaultsThatTheSchemaSays() throws IOException {
        Node schema =
                YamlReader.read(new SourceText("schema", Files.readString(Path.of("schemas/slipway.schema.json"))));
        List<MatchResult> rows = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|[^|]*\\| `([^`|]*)` \\|")
                .matcher(page())
                .results()
                .toList();
        assertThat(rows).hasSizeGreaterThan(10).allSatisfy(row -> {
            Node key = schema;
            for (String name : row.group(1).split("\\.")) {
                key = key.child("properties").orElseThrow().child(name).orElseThrow();
            }
            assertThat(key.child("default").map(ConfigPageTest::plain))
                    .as(row.group(1))
                    .contains(row.group(2));
        });
    }

    /** One table lists the keys of all systems; only Linux has 'container' and 'glibc'. */
    private static Stream<String> ofEachSystem(String key) {
        if (!key.startsWith("<system>.")) {
            return Stream.of(key);
        }
        return Stream.of("linux", "macos", "windows", "freebsd")
                .filter(system -> system.equals("linux") || !key.endsWith(".container") && !key.endsWith(".glibc"))
                .map(system -> key.replace("<system>", system));
    }

    private static String plain(Node node) {
        return node.fold(
                mapping -> "{}",
                sequence -> sequence.items().stream()
                        .map(ConfigPageTest::plain)
                        .toList()
                        .toString(),
                Node.Scalar::text);
    }

    /** The keys with a value of their own; a mapping that a key may be without is a group of keys. */
    private static List<String> keys(Shape.Keys keys, String prefix) {
        return keys.keys().entrySet().stream()
                .flatMap(entry -> {
                    List<Shape> shapes = flat(entry.getValue()).toList();
                    boolean group = shapes.contains(new Shape.Nothing());
                    return shapes.stream()
                            .filter(shape -> group && shape instanceof Shape.Keys)
                            .findFirst()
                            .map(inner -> keys((Shape.Keys) inner, prefix + entry.getKey() + ".").stream())
                            .orElse(Stream.of(prefix + entry.getKey()));
                })
                .toList();
    }

    private static Stream<Shape> flat(Shape shape) {
        return shape instanceof Shape.Choice choice
                ? choice.shapes().stream().flatMap(ConfigPageTest::flat)
                : Stream.of(shape);
    }
}
