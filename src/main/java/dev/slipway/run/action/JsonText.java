package dev.slipway.run.action;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps, lists and texts as JSON, the way {@code JSON.stringify} writes it. */
final class JsonText {
    private static final Map<Character, String> ESCAPES =
            Map.of('"', "\\\"", '\\', "\\\\", '\b', "\\b", '\f', "\\f", '\n', "\\n", '\r', "\\r", '\t', "\\t");

    private JsonText() {}

    /** On one line, without blanks. */
    static String compact(Object value) {
        return write(value, "", "");
    }

    /** On many lines, with two blanks a level. */
    static String indented(Object value) {
        return write(value, "\n", "  ");
    }

    private static String write(Object value, String line, String step) {
        String inner = line + step;
        if (value instanceof Map<?, ?> map) {
            String colon = step.isEmpty() ? ":" : ": ";
            return between(
                    "{",
                    map.entrySet().stream()
                            .map(entry -> quoted(String.valueOf(entry.getKey()))
                                    + colon
                                    + write(entry.getValue(), inner, step)),
                    "}",
                    line,
                    step);
        }
        if (value instanceof Collection<?> list) {
            return between("[", list.stream().map(item -> write(item, inner, step)), "]", line, step);
        }
        return quoted(value.toString());
    }

    private static String between(String open, Stream<String> items, String close, String line, String step) {
        String joined = items.collect(Collectors.joining("," + line + step));
        return joined.isEmpty() ? open + close : open + line + step + joined + line + close;
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            out.append(
                    letter < ' ' && !ESCAPES.containsKey(letter)
                            ? "\\u%04x".formatted((int) letter)
                            : ESCAPES.getOrDefault(letter, String.valueOf(letter)));
        }
        return out.append('"').toString();
    }
}
