package dev.slipway.init;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes a text as a careful person would: plain if that means the same, otherwise in double quotes. */
final class Yaml {
    private static final String PLAIN = "[A-Za-z0-9_./](?:[A-Za-z0-9_./+()@*~=;' -]++|:(?=[A-Za-z0-9/]))*+(?<! )";
    private static final String NO_TEXT = "true|false|null";

    private static final int WIDTH = 100;

    private Yaml() {}

    /** A key and its value: on one line, or below it if that would be too long. */
    static List<String> lines(String key, Setting setting) {
        String line = key + ": " + setting.flow();
        List<String> block = setting.block();
        if (line.length() <= WIDTH || block.isEmpty()) {
            return List.of(line);
        }
        return Stream.concat(Stream.of(key + ":"), block.stream().map(inner -> "  " + inner))
                .toList();
    }

    static String scalar(String text) {
        boolean plain = text.length() <= 200
                && text.matches(PLAIN)
                && !text.toLowerCase(Locale.ROOT).matches(NO_TEXT);
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> quoted.append(escaped(point)));
        return quoted.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default ->
                switch (Character.getType(point)) {
                    case Character.SURROGATE -> "\\uFFFD"; // half a character is none
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> String.format(Locale.ROOT, "\\U%08X", point);
                    default -> Character.toString(point);
                };
        };
    }
}
