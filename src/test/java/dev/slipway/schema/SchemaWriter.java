package dev.slipway.schema;

import static dev.slipway.schema.JsonSchema.either;
import static dev.slipway.schema.JsonSchema.ordered;
import static dev.slipway.schema.JsonSchema.words;

import dev.slipway.Toolchains;
import dev.slipway.config.ConfigReader;
import dev.slipway.config.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes the schema of a {@code slipway.yml}: what it takes comes from the reader of the config, and what people read about
 * a key from {@code schemas/slipway.keys.yml}.
 */
@SuppressWarnings("unchecked")
final class SchemaWriter {
    private static final String ADDRESS =
            "https://raw.githubusercontent.com/slipway-dev/slipway/main/schemas/slipway.schema.json";
    private final Map<String, Map<String, Object>> keys;
    private final ToolchainRules toolchains;
    private final Definitions definitions = new Definitions();
    private final KnownWords knownWords = new KnownWords(definitions);
    private final Map<String, Shape> paths = new LinkedHashMap<>();
    private final NeededKeys needed = new NeededKeys();

    /**
     * @param keys the description, the default and examples of each key, by its path
     * @param workflow the definitions of the schema of workflows
     */
    SchemaWriter(Map<String, Map<String, Object>> keys, Map<String, Object> workflow, ToolchainRules toolchains) {
        this.keys = keys;
        this.toolchains = toolchains;
        definitions.add("job", workflow);
    }

    /** The schema, and all keys that it has, by their paths. */
    record Written(String text, Map<String, Shape> paths) {}

    Written write() {
        Shape.Keys root = ConfigReader.shape(Toolchains.READERS);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", ADDRESS);
        schema.put("title", "slipway.yml");
        schema.put(
                "description",
                "The release of a project. Slipway turns it into workflows for GitHub Actions, a Dockerfile and a .dockerignore.");
        schema.put(
                "$comment",
                "Written by SchemaTest from the reader of the config and slipway.keys.yml: change those, not this file.");
        schema.putAll(shape(root, ""));
        List<Object> rules = new ArrayList<>();
        rules.add(ordered(
                "if", Map.of("not", ToolchainRules.EXTENDS), "then", Map.of("required", schema.get("required"))));
        schema.remove("required"); // a file that another one extends may have it
        rules.addAll(toolchains.all());
        rules.add(ordered("if", Map.of("not", ToolchainRules.EXTENDS), "then", needed.rule()));
        schema.put("allOf", rules);
        schema.put("$defs", definitions.all());
        return new Written(Json.write(schema), paths);
    }

    private Map<String, Object> shape(Shape shape, String path) {
        Optional<Map<String, Object>> known = knownWords.of(shape, path, value -> inner(value, path));
        if (known.isPresent()) {
            return known.get();
        }
        if (shape instanceof Shape.Text text) {
            return definitions.called(text.grammar().noun(), TextSchema.of(text.grammar(), text.flags()));
        }
        if (shape instanceof Shape.Flag flag) {
            return flag.only().map(only -> ordered("const", (Object) only)).orElseGet(() -> ordered("type", "boolean"));
        }
        if (shape instanceof Shape.Words words) {
            return words(words.words());
        }
        if (shape instanceof Shape.Items items) {
            Map<String, Object> item = shape(items.item(), path);
            Map<String, Object> list = ordered("type", "array", "items", definitions.referred(item));
            if (!items.empty()) {
                list.put("minItems", 1);
            }
            if (!items.twins()) {
                list.put("uniqueItems", true);
            }
            Map<String, Object> either = either(List.of(item, list));
            if (items.item() instanceof Shape.Text text) {
                String some = items.empty() ? "-or-none" : items.twins() ? "-of-a-script" : "";
                definitions.called(text.grammar().plural() + some, either);
            }
            return either;
        }
        if (shape instanceof Shape.Named named) {
            return ordered(
                    "type",
                    "object",
                    "propertyNames",
                    TextSchema.names(named.names()),
                    "additionalProperties",
                    inner(named.value(), path));
        }
        if (shape instanceof Shape.Keys inner) {
            return keys(inner, path);
        }
        if (shape instanceof Shape.Choice choice) {
            return either(choice.shapes().stream().map(one -> shape(one, path)).toList());
        }
        return shape instanceof Shape.Nothing ? ordered("type", "null") : ordered();
    }

    /** The value of a name that the user chooses. */
    private Map<String, Object> inner(Shape value, String path) {
        return definitions.referred(shape(value, path + ".*"));
    }

    private Map<String, Object> keys(Shape.Keys inner, String path) {
        Map<String, Object> properties = new LinkedHashMap<>();
        inner.keys().forEach((key, value) -> {
            String longer = path.isEmpty() ? key : path + "." + key;
            paths.put(longer, value);
            properties.put(key, described(longer, shape(value, longer)));
        });
        Map<String, Object> result = ordered("type", "object", "additionalProperties", false);
        if (!inner.required().isEmpty() && !needed.mayBeInherited(path, inner.required())) {
            result.put("required", new ArrayList<>(new TreeSet<>(inner.required())));
        }
        result.put("properties", properties);
        return result;
    }

    /**
     * With what people read. Editors offer each example as a value: one that is a list or a mapping goes under a label that
     * looks as it is written, for they have no text for it.
     */
    private Map<String, Object> described(String path, Map<String, Object> schema) {
        Map<String, Object> about = keys.getOrDefault(path, Map.of());
        Map<String, Object> result = new LinkedHashMap<>();
        List<Object> examples = (List<Object>) about.getOrDefault("examples", List.of());
        result.put("description", about.getOrDefault("description", ""));
        result.putAll(definitions.referred(schema));
        if (about.containsKey("default")) {
            result.put("default", about.get("default"));
        }
        List<Object> plain = examples.stream().filter(SchemaWriter::isPlain).toList();
        List<Object> others = examples.stream().filter(it -> !isPlain(it)).toList();
        if (!plain.isEmpty()) {
            result.put("examples", plain);
        }
        if (!others.isEmpty()) {
            result.put(
                    "defaultSnippets",
                    others.stream()
                            .map(example -> ordered("label", Json.flow(example), "body", example))
                            .toList());
        }
        return result;
    }

    private static boolean isPlain(Object example) {
        return !(example instanceof Map || example instanceof List);
    }
}
