package dev.slipway.facts;

import dev.slipway.shipped.ShippedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data file that is shipped with Slipway: the day on which it was checked, and rows of columns.
 *
 * <p>The files are YAML of a few plain forms, and every run needs some of them. So they are read by these forms, at a
 * tenth of what a reader of all of YAML costs a short run; a test compares the two.
 *
 * @param checked the day of the last comparison with the sources
 */
record FactFile(String checked, List<Row> rows) {
    /**
     * A row, asked by the names of its columns.
     *
     * @param name the key that it has, or nothing if the rows are a list
     */
    record Row(String name, Map<String, List<String>> columns) {
        List<String> all(String column) {
            return columns.getOrDefault(column, List.of());
        }

        Optional<String> maybe(String column) {
            List<String> all = all(column);
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
        }

        String one(String column) {
            return maybe(column)
                    .orElseThrow(() -> new IllegalStateException("a row has no '" + column + "': " + columns));
        }
    }

    static FactFile read(String name) {
        return of(text(name));
    }

    static List<Row> rows(String name) {
        return read(name).rows();
    }

    static String text(String name) {
        return ShippedFile.text("facts/" + name);
    }

    /** Lines such as {@code - { a: b, c: [d, "e"] }} and {@code name: { a: b }}, or a column on each line. */
    static FactFile of(String text) {
        String checked = "";
        List<Row> rows = new ArrayList<>();
        for (int start = 0, end; start < text.length(); start = end + 1) {
            end = lineEnd(text, start);
            String line = text.substring(start, end).trim();
            while (line.indexOf('[') >= 0 && line.indexOf(']') < 0) { // a list goes on
                start = end + 1;
                end = lineEnd(text, start);
                line += " " + text.substring(start, end).trim();
            }
            if (line.startsWith("checked: ")) {
                checked = line.substring("checked: ".length());
            } else if (line.endsWith(" }")) {
                int brace = line.indexOf("{ ");
                Row row = new Row(brace == 2 ? "" : line.substring(0, brace - 2), new LinkedHashMap<>());
                add(row.columns(), line.substring(brace + 2, line.length() - 2));
                rows.add(row);
            } else if (line.startsWith("- ")) {
                rows.add(new Row("", new LinkedHashMap<>()));
                add(rows.get(rows.size() - 1).columns(), line.substring(2));
            } else if (!line.isEmpty() && line.charAt(0) != '#' && !line.endsWith(":")) {
                add(rows.get(rows.size() - 1).columns(), line);
            }
        }
        return new FactFile(checked, List.copyOf(rows));
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private static void add(Map<String, List<String>> columns, String pairs) {
        for (int at = 0; at < pairs.length(); ) {
            int colon = pairs.indexOf(": ", at);
            String key = pairs.substring(at, colon);
            at = colon + 2;
            List<String> values = new ArrayList<>();
            int end;
            if (pairs.charAt(at) == '[') {
                end = pairs.indexOf(']', at);
                for (int item = at + 1; item < end; ) {
                    int last = valueEnd(pairs, item, end);
                    values.add(value(pairs, item, last));
                    item = last + 2;
                }
                end++;
            } else {
                end = valueEnd(pairs, at, pairs.length());
                values.add(value(pairs, at, end));
            }
            columns.put(key, values);
            at = end + 2;
        }
    }

    private static int valueEnd(String text, int start, int limit) {
        int end = text.indexOf(", ", text.charAt(start) == '"' ? text.indexOf('"', start + 1) : start);
        return end < 0 || end > limit ? limit : end;
    }

    private static String value(String text, int start, int end) {
        return text.charAt(start) == '"' ? text.substring(start + 1, end - 1) : text.substring(start, end);
    }
}
