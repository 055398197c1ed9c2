package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.slipway.GoldenTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code schemas/workflow-shape.json} is the schema of workflows without what only a message needs. */
class WorkflowShapeTest {
    private static final Path FILE = Path.of("schemas/workflow-shape.json");
    private static final Set<String> WORDS = Set.of("$schema", "$id", "$comment", "title", "description");
    private static final Set<String> NAMED = Set.of("properties", "$defs", "dependentSchemas");

    @Test
    void theShapeIsTheSchemaWithoutItsWords() throws IOException {
        String wanted;
        try (InputStream schema = Files.newInputStream(Path.of("schemas/github-workflow.schema.json"))) {
            wanted = withoutWords(JsonTree.read(schema)) + "\n";
        }
        if (GoldenTest.writes(System.getProperty("golden", ""), System.getenv())) {
            Files.writeString(FILE, wanted);
            fail("wrote %s, review it", FILE);
        }
        assertThat(Files.readString(FILE)).isEqualTo(wanted);
    }

    private static JsonNode withoutWords(JsonNode value) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> keyword : value.properties()) {
            if (NAMED.contains(keyword.getKey())) {
                ObjectNode named = kept.putObject(keyword.getKey());
                keyword.getValue().properties().forEach(it -> named.set(it.getKey(), withoutWords(it.getValue())));
            } else if (!WORDS.contains(keyword.getKey())) {
                kept.set(keyword.getKey(), withoutWords(keyword.getValue()));
            }
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(withoutWords(item)));
            return items;
        }
        return value.isObject() ? kept : value;
    }
}
