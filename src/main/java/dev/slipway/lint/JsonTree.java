package dev.slipway.lint;

import dev.slipway.source.Node;
import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A document as the schema validator wants to see it, and the schema. */
final class JsonTree {
    private JsonTree() {}

    static JsonNode of(Node node) {
        return node.fold(JsonTree::mapping, JsonTree::sequence, JsonTree::scalar);
    }

    /** Reads JSON, without all that would bind it to classes. */
    static JsonNode read(InputStream json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static JsonNode value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> StringNode.valueOf(parser.getString());
            case VALUE_NUMBER_INT -> IntNode.valueOf(parser.getIntValue());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            default -> throw new IllegalStateException("not in a schema: " + parser.currentToken());
        };
    }

    private static JsonNode object(JsonParser parser) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static JsonNode array(JsonParser parser) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static JsonNode mapping(Node.Mapping mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
        return object;
    }

    private static JsonNode sequence(Node.Sequence sequence) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        sequence.items().forEach(item -> array.add(of(item)));
        return array;
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        String text = scalar.text();
        return switch (scalar.type()) {
            case TEXT -> StringNode.valueOf(text);
            case NULL -> NullNode.instance;
            case BOOLEAN -> BooleanNode.valueOf(Boolean.parseBoolean(text));
            case INTEGER, FLOAT -> number(text);
        };
    }

    /** The number as exactly as a schema needs it; what is not a finite number, such as {@code .inf}, counts as text. */
    private static JsonNode number(String text) {
        if (text.startsWith("0x")) {
            return LongNode.valueOf(text.length() > 17 ? Long.MAX_VALUE : Long.parseLong(text.substring(2), 16));
        }
        if (text.startsWith("0o")) {
            return LongNode.valueOf(text.length() > 22 ? Long.MAX_VALUE : Long.parseLong(text.substring(2), 8));
        }
        boolean digits = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        double value = digits ? Double.parseDouble(text) : Double.NaN;
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : StringNode.valueOf(text);
    }
}
