package dev.slipway.detect.files;

import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines on which a TOML file first writes its keys. Tables have the line of their header, the tables of a list their index
 * as a key. The file is searched when the first line is asked for.
 */
final class TomlLines {
    private static final List<String> LONG_QUOTES = List.of("\"\"\"", "'''");

    private final SourceText source;
    private @Nullable Map<List<String>, Integer> byPath;

    TomlLines(SourceText source) {
        this.source = source;
    }

    private static Map<List<String>, Integer> search(SourceText source) {
        Map<List<String>, Integer> lines = new HashMap<>();
        Map<List<String>, Integer> counts = new HashMap<>();
        List<String> table = List.of();
        boolean inText = false;
        List<String> text = source.lines();
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            boolean wasInText = inText;
            inText = inText != quotes(line);
            int equals = line.indexOf('=');
            if (wasInText || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                boolean list = line.startsWith("[[");
                table = keys(line.substring(list ? 2 : 1), ']');
                if (list) {
                    lines.putIfAbsent(table, i + 1);
                    int index = counts.merge(table, 1, Integer::sum) - 1;
                    table = with(table, String.valueOf(index));
                }
                lines.putIfAbsent(table, i + 1);
            } else if (equals > 0) {
                lines.putIfAbsent(
                        Stream.concat(table.stream(), keys(line, '=').stream()).toList(), i + 1);
            }
        }
        return lines;
    }

    /** The line of a key, else that of the nearest table that holds it. */
    Optional<Integer> of(List<String> path) {
        Map<List<String>, Integer> known = byPath == null ? search(source) : byPath;
        byPath = known;
        for (int length = path.size(); length > 0; length--) {
            Integer line = known.get(path.subList(0, length));
            if (line != null) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    static List<String> with(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }

    /** Whether a text of several lines begins or ends on a line. */
    private static boolean quotes(String line) {
        boolean odd = false;
        for (String quote : LONG_QUOTES) {
            for (int at = line.indexOf(quote); at >= 0; at = line.indexOf(quote, at + quote.length())) {
                odd = !odd;
            }
        }
        return odd;
    }

    /** The parts of a key with dots, which may be in quotes, up to what ends it. */
    private static List<String> keys(String text, char end) {
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    key.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '.' || c == end) {
                keys.add(key.toString());
                key.setLength(0);
                if (c == end) {
                    break;
                }
            } else if (c != ' ' && c != '\t') {
                key.append(c);
            }
        }
        return List.copyOf(keys);
    }
}
