package dev.slipway.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.slipway.Examples;
import dev.slipway.GoldenTest;
import dev.slipway.Toolchains;
import dev.slipway.config.ConfigReader;
import dev.slipway.config.Shape;
import dev.slipway.source.CronFields;
import dev.slipway.source.Document;
import dev.slipway.source.Problem;
import dev.slipway.source.SourceText;
import dev.slipway.source.Wildcard;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mvn test -Dtest=SchemaTest -Dgolden=write} writes the schema of a config. */
@SuppressWarnings("unchecked")
class SchemaTest {
    private static final SchemaWriter.Written WRITTEN = ConfigSchema.write();

    @Test
    void isWhatTheReaderOfTheConfigTakes() throws IOException {
        if (GoldenTest.writes(System.getProperty("golden", ""), System.getenv())) {
            Files.writeString(ConfigSchema.FILE, WRITTEN.text());
            fail("wrote %s, review it", ConfigSchema.FILE);
        }
        assertThat(Examples.read(ConfigSchema.FILE)).isEqualTo(WRITTEN.text());
    }

    /** Java alone has possessive quantifiers, atomic groups, flags in a pattern, and intersections of classes. */
    @Test
    void hasOnlyPatternsThatJavaScriptHasToo() {
        List<String> patterns = patterns(ConfigSchema.read(ConfigSchema.FILE)).toList();
        assertThat(patterns).hasSizeGreaterThan(100).noneMatch(pattern -> {
            String bare = pattern.replaceAll("\\\\.", "e").replaceAll("\\[[^\\]]*\\]", "c");
            return bare.matches(".*([*+?}]\\+|\\(\\?[>a-z]).*") || pattern.contains("&&");
        });
    }

    private static Stream<String> patterns(Object schema) {
        if (schema instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> "pattern".equals(entry.getKey()) && entry.getValue() instanceof String pattern
                            ? Stream.of(pattern)
                            : patterns(entry.getValue()));
        }
        return schema instanceof List<?> list ? list.stream().flatMap(SchemaTest::patterns) : Stream.of();
    }

    @Test
    void describesEveryKeyAndNoOther() {
        assertThat(ConfigSchema.keys().keySet())
                .containsExactlyInAnyOrderElementsOf(WRITTEN.paths().keySet());
        assertThat(ConfigSchema.keys())
                .allSatisfy(
                        (path, about) -> assertThat(description(about)).as(path).matches("[A-Z].{15,}\\."));
    }

    @Test
    void tellsTheDefaultOfEveryKey() {
        assertThat(leaves().stream()
                        .filter(path -> !ConfigSchema.keys().get(path).containsKey("default"))
                        .filter(path ->
                                !description(ConfigSchema.keys().get(path)).matches(".*(Default: .*|Required\\.)"))
                        .toList())
                .isEmpty();
    }

    /** The editor itself offers words, and true and false. */
    @Test
    void givesAnExampleOfEveryKey() {
        assertThat(leaves().stream()
                        .filter(path -> !isChosen(WRITTEN.paths().get(path)))
                        .filter(path -> !ConfigSchema.keys().get(path).containsKey("examples"))
                        .toList())
                .isEmpty();
    }

    /** The entry of the public catalogue names every config that Slipway finds by its name, and the address of the schema. */
    @Test
    void hasAnEntryForThePublicCatalogue() {
        String page = Examples.read(Path.of("docs/editor.md"));
        String json =
                page.substring(page.indexOf("```json\n") + 8, page.indexOf("```\n", page.indexOf("```json\n") + 8));
        Map<String, Object> entry = (Map<String, Object>) Json.of(YamlReader.read(new SourceText("entry", json)));
        assertThat(entry.keySet()).containsExactly("name", "description", "fileMatch", "url");
        assertThat(entry.get("url"))
                .isEqualTo(ConfigSchema.read(ConfigSchema.FILE).get("$id"));
        List<Object> patterns = (List<Object>) entry.getOrDefault("fileMatch", List.of());
        for (String name : List.of("slipway.yml", "slipway.beta.yml", "beta.slipway.yml")) {
            assertThat(patterns)
                    .anyMatch(pattern -> Wildcard.of(String.valueOf(pattern), Wildcard.Dialect.SHELL)
                            .matches(name));
        }
    }

    @Test
    void givesExamplesAndDefaultsThatProgramAndSchemaTake() {
        List<String> tried = new ArrayList<>();
        ConfigSchema.keys()
                .forEach((path, about) -> values(about).forEach(value -> {
                    String config = Json.write(config(path, value));
                    tried.add(config);
                    SourceText source = new SourceText("slipway.yml", config);
                    assertThat(ConfigReader.read(Document.of(source, YamlReader.read(source)), Toolchains.READERS)
                                    .problems())
                            .extracting(Problem::message)
                            .as(config)
                            .isEmpty();
                    assertThat(VerdictTest.alarms(config)).as(config).isEmpty();
                }));
        assertThat(tried).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 6 * * 1",
                "*/15 0-6,20 1 JAN-dec sun",
                "59 23 31 12 7",
                "60 6 * * 1",
                "0 24 * * 1",
                "0 6 0 * 1",
                "0 6 * 13 1",
                "0 6 * * 8",
                "0 6 * *",
                "* * * * * *",
                "*/0 6 * * 1",
                "*-5 6 * * 1",
                "0 6 * * lun",
                "0,, 6 * * 1",
                "1-5/2 6 * * 1",
            })
    void readsSchedulesAsTheProgramDoes(String cron) {
        assertThat(cron.matches(CronFields.pattern()))
                .isEqualTo(CronFields.fault(cron).isEmpty());
    }

    private static String description(Map<String, Object> about) {
        return String.valueOf(about.getOrDefault("description", ""));
    }

    private static Stream<Object> values(Map<String, Object> about) {
        List<Object> examples = (List<Object>) about.getOrDefault("examples", List.of());
        return Stream.concat(Stream.ofNullable(about.get("default")), examples.stream());
    }

    /** The keys that have a value of their own, and not only keys below them. */
    private static List<String> leaves() {
        return WRITTEN.paths().keySet().stream()
                .filter(path -> WRITTEN.paths().keySet().stream().noneMatch(other -> other.startsWith(path + ".")))
                .toList();
    }

    private static boolean isChosen(Shape shape) {
        return shape instanceof Shape.Flag
                || shape instanceof Shape.Words
                || shape instanceof Shape.Items items && isChosen(items.item());
    }

    /** A small config in which a key has a value, and whatever that key cannot do without. */
    private static Map<String, Object> config(String path, Object value) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("repository", "otto-rs/otto");
        String first = path.replaceFirst("\\..*", "");
        if (!Toolchains.READERS.containsKey(first)) {
            config.put("rust", Map.of());
        }
        Map<String, Object> place = config;
        String[] keys = path.split("\\.");
        for (int i = 0; i + 1 < keys.length; i++) {
            Map<String, Object> inner = new LinkedHashMap<>(
                    switch (path.replaceFirst("\\.[^.]+$", "")) {
                        case "targets" -> Map.of("target", "linux-amd64");
                        case "command" -> Map.of("build", "make");
                        case "packages.crates" -> i == 1 ? Map.of("login", "token") : Map.<String, String>of();
                        case "maven" ->
                            path.endsWith(".compare") ? Map.of("native", "target/otto") : Map.<String, String>of();
                        case "ci.commands.*" -> i == 2 ? Map.of("run", "make") : Map.<String, String>of();
                        default ->
                            path.equals("targets.build.image") && i == 0
                                    ? Map.of("target", "linux-amd64")
                                    : Map.<String, String>of();
                    });
            place.put(keys[i].replace("*", "sample"), inner);
            place = inner;
        }
        place.put(keys[keys.length - 1], value);
        return config;
    }
}
