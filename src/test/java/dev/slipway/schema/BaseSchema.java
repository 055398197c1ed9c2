package dev.slipway.schema;

import static dev.slipway.schema.JsonSchema.ordered;

import dev.slipway.Toolchains;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The schema of a file that a {@code slipway.yml} extends: the same keys, none of which must be there. It refers to the
 * schema of a config next to it.
 */
@SuppressWarnings("unchecked")
final class BaseSchema {
    static final Path FILE = Path.of("schemas/slipway.base.schema.json");

    private static final String CONFIG = ConfigSchema.FILE.getFileName() + "#/";

    /** The first rules of a config say what must be there: the repository and a toolchain. */
    private static final int RULES_OF_A_WHOLE_CONFIG = 2;

    private BaseSchema() {}

    static String write(Map<String, Object> config) {
        Map<String, Object> properties = new LinkedHashMap<>();
        ((Map<String, Object>) config.getOrDefault("properties", Map.of()))
                .keySet()
                .forEach(key -> properties.put(key, ordered("$ref", CONFIG + "properties/" + key)));
        int rules = ((List<Object>) config.getOrDefault("allOf", List.of())).size();
        return Json.write(ordered(
                "$schema",
                config.get("$schema"),
                "title",
                "a base of slipway.yml",
                "description",
                "Keys that several slipway.yml inherit by 'extends'. The repository and a toolchain such as '"
                        + Toolchains.READERS.keySet().iterator().next() + "' may be missing.",
                "$comment",
                "Written by SchemaTest: change slipway.keys.yml, not this file.",
                "type",
                "object",
                "additionalProperties",
                false,
                "properties",
                properties,
                "allOf",
                IntStream.range(RULES_OF_A_WHOLE_CONFIG, rules)
                        .mapToObj(i -> ordered("$ref", CONFIG + "allOf/" + i))
                        .toList()));
    }
}
