package dev.slipway.schema;

import dev.slipway.source.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as plain values, written so that a person can read the difference of two versions. */
final class Json {
    private static final int WIDTH = 120;

    private Json() {}

    /** What a document says, as maps, lists, texts, numbers, booleans and {@code null} under the name of {@link #NULL}. */
    static Object of(Node node) {
        return node.fold(
                mapping -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    mapping.entries().forEach((key, entry) -> map.put(key, of(entry.value())));
                    return map;
                },
                sequence -> sequence.items().stream().map(Json::of).toList(),
                Json::scalar);
    }

    /** Stands for nothing, which maps and lists of Java cannot all hold. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static Object scalar(Node.Scalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> scalar.text();
            case BOOLEAN -> scalar.text().equalsIgnoreCase("true");
            case NULL -> NULL;
            case INTEGER, FLOAT -> number(scalar.text());
        };
    }

    /** A number as JSON has it; what only YAML calls one stays as it is written. */
    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    static String write(Object value) {
        return write(value, 0) + "\n";
    }

    private static String write(Object value, int depth) {
        String line = line(value);
        if (line.length() + 2 * depth <= WIDTH && depth > 1 || !(value instanceof Map || value instanceof Collection)) {
            return line;
        }
        List<String> lines = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> lines.add(quote(String.valueOf(key)) + ": " + write(inner, depth + 1)));
        } else {
            ((Collection<?>) value).forEach(inner -> lines.add(write(inner, depth + 1)));
        }
        String indent = "  ".repeat(depth);
        String open = value instanceof Map ? "{" : "[";
        String close = value instanceof Map ? "}" : "]";
        return open + "\n"
                + String.join(
                        ",\n", lines.stream().map(it -> indent + "  " + it).toList()) + "\n" + indent + close;
    }

    private static String line(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, inner) -> entries.add(quote(String.valueOf(key)) + ": " + line(inner)));
            return entries.isEmpty() ? "{}" : "{ " + String.join(", ", entries) + " }";
        }
        if (value instanceof Collection<?> items) {
            return "[" + String.join(", ", items.stream().map(Json::line).toList()) + "]";
        }
        return value instanceof String text ? quote(text) : String.valueOf(value);
    }

    /** The value as a config says it on one line. */
    static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, inner) -> entries.add(flow(key) + ": " + flow(inner)));
            return "{ " + String.join(", ", entries) + " }";
        }
        if (value instanceof Collection<?> items) {
            return "[" + String.join(", ", items.stream().map(Json::flow).toList()) + "]";
        }
        return value instanceof String text && !text.matches("[A-Za-z0-9_./][A-Za-z0-9_./ @<>=()-]*")
                ? "'" + text + "'"
                : String.valueOf(value);
    }

    private static String quote(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        json.append(String.format("\\u%04x", c));
                    } else {
                        json.appendCodePoint(c);
                    }
                }
            }
        });
        return json.append('"').toString();
    }
}
