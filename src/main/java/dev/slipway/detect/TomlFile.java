package dev.slipway.detect;

import dev.slipway.source.Finding;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A TOML file, or what is wrong with it.
 *
 * @param name its path in the repository
 * @param top everything that could be read; a value of an unexpected type counts as absent
 * @param findings why the rest could not
 */
record TomlFile(String name, Table top, List<Finding> findings) {
    private static final int DEEPEST = 8;

    static TomlFile read(SourceText source) {
        try {
            TomlParseResult result = Toml.parse(source.text());
            List<Finding> findings = result.errors().stream()
                    .map(error -> finding(source, error))
                    .sorted()
                    .toList();
            return new TomlFile(source.name(), new Table(result), findings);
        } catch (StackOverflowError tooDeep) {
            // the parser recurses once for each nested bracket, and a file may hold as many as it likes
            Finding finding = finding(source, Span.START, "the file is nested too deeply to be read");
            return new TomlFile(source.name(), new Table(Toml.parse("")), List.of(finding));
        }
    }

    private static Finding finding(SourceText source, TomlParseError error) {
        Position position = new Position(
                Math.max(1, error.position().line()),
                Math.max(1, error.position().column()));
        String message = String.valueOf(error.getMessage());
        return finding(
                source, new Span(position, 1), message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
    }

    private static Finding finding(SourceText source, Span span, String message) {
        return new Finding("detect", Severity.ERROR, source.name(), span, message, "");
    }

    /**
     * A value of the file that is no table.
     *
     * @param path its keys below the table that was asked for; the place in a list of tables is one of them
     * @param values one text, number or flag, or those of a list
     * @param line where it is
     */
    record Entry(List<String> path, List<String> values, int line) {}

    /** All values below a table, in the order of the file; nothing deeper than people write. */
    List<Entry> entries(String... table) {
        List<Entry> entries = new ArrayList<>();
        top.table(table).ifPresent(found -> collect(found.toml(), List.of(), 1, entries));
        return entries;
    }

    private static void collect(TomlTable table, List<String> path, int line, List<Entry> entries) {
        for (String key : table.keySet()) {
            Object value = table.get(List.of(key));
            TomlPosition place = table.inputPositionOf(List.of(key));
            List<String> inner = Stream.concat(path.stream(), Stream.of(key)).toList();
            collect(value, inner, place == null ? line : place.line(), entries);
        }
    }

    private static void collect(@Nullable Object value, List<String> path, int line, List<Entry> entries) {
        if (path.size() > DEEPEST || value == null) {
            return;
        }
        if (value instanceof TomlTable table) {
            collect(table, path, line, entries);
            return;
        }
        List<Object> items = value instanceof TomlArray array ? array.toList() : List.of(value);
        List<String> texts = items.stream()
                .filter(item -> !(item instanceof TomlTable) && !(item instanceof TomlArray))
                .map(String::valueOf)
                .toList();
        if (texts.size() == items.size()) {
            entries.add(new Entry(path, texts, line));
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof TomlTable table) {
                List<String> inner = Stream.concat(path.stream(), Stream.of(String.valueOf(i)))
                        .toList();
                collect(table, inner, line, entries);
            }
        }
    }

    /** A table, asked by the path of a key. */
    record Table(TomlTable toml) {
        Optional<String> text(String... path) {
            return value(path) instanceof String text ? Optional.of(text) : Optional.empty();
        }

        Optional<Boolean> flag(String... path) {
            return value(path) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
        }

        Optional<Table> table(String... path) {
            return value(path) instanceof TomlTable table ? Optional.of(new Table(table)) : Optional.empty();
        }

        List<String> texts(String... path) {
            return items(path)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }

        List<Table> tables(String... path) {
            return items(path)
                    .filter(TomlTable.class::isInstance)
                    .map(item -> new Table((TomlTable) item))
                    .toList();
        }

        /** Where a key is, as {@code Cargo.toml:2 [package] name}. */
        String place(String file, String section, String... path) {
            TomlPosition position = toml.inputPositionOf(List.of(path));
            return file + (position == null ? "" : ":" + position.line()) + " " + section;
        }

        boolean has(String... path) {
            return value(path) != null;
        }

        List<String> keys() {
            return List.copyOf(toml.keySet());
        }

        private Stream<Object> items(String... path) {
            return value(path) instanceof TomlArray array ? array.toList().stream() : Stream.of();
        }

        private @Nullable Object value(String... path) {
            Object here = toml;
            for (String key : path) {
                if (!(here instanceof TomlTable table)) {
                    return null;
                }
                here = table.get(List.of(key));
            }
            return here;
        }
    }
}
