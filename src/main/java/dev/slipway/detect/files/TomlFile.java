package dev.slipway.detect.files;

import dev.slipway.source.Finding;
import dev.slipway.source.Node;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.toml.TomlReadFeature;

/**
 * A TOML file, or what is wrong with it.
 *
 * @param name its path in the repository
 * @param top what could be read of it: all, or what is in front of a mistake; a value of an unexpected type counts as absent
 * @param findings the mistake
 */
public record TomlFile(String name, Table top, List<Finding> findings) {
    private static final int DEEPEST = 8;

    /** What is in front of a mistake may have one of its own, such as an array that never ends. */
    private static final int MOST_TRIES = 5;

    public static TomlFile read(SourceText source) {
        TomlMapper mapper =
                TomlMapper.builder().enable(TomlReadFeature.PARSE_JAVA_TIME).build();
        List<Finding> findings = new ArrayList<>();
        String text = source.text();
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                return new TomlFile(source.name(), Table.top(mapper.readTree(text), source), findings);
            } catch (StreamConstraintsException tooDeep) {
                findings.add(finding(source, Span.START, "the file is nested too deeply to be read"));
                text = "";
            } catch (JacksonException fault) {
                String plain = i == 0 ? TomlInlineTables.onOneLine(text) : text;
                if (!plain.equals(text)) {
                    text = plain;
                    continue;
                }
                Position place = place(fault.getLocation());
                if (findings.isEmpty()) {
                    findings.add(finding(source, new Span(place, 1), message(fault)));
                }
                text = text.lines().limit(place.line() - 1).collect(Collectors.joining("\n"));
            }
        }
        return new TomlFile(source.name(), Table.top(mapper.readTree(""), source), findings);
    }

    /** The same as a document whose keys know their lines. */
    public Node node() {
        return new TomlNodes(top.lines()).node(top.toml(), List.of(), 1);
    }

    /**
     * A value of the file that is no table.
     *
     * @param path its keys below the table that was asked for; the place in a list of tables is one of them
     * @param values one text, number or flag, or those of a list
     * @param line the line of its key, otherwise that of the nearest table around it
     */
    public record Entry(List<String> path, List<String> values, int line) {}

    /** All values below a table, in the order of the file; nothing deeper than people write. */
    public List<Entry> entries(String... table) {
        List<Entry> entries = new ArrayList<>();
        List<String> above = List.of(table);
        top.table(table).ifPresent(found -> collect(found.toml(), above, above.size(), entries));
        return entries;
    }

    private void collect(JsonNode value, List<String> path, int above, List<Entry> all) {
        if (path.size() - above > DEEPEST) {
            return;
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(entry -> collect(entry.getValue(), TomlLines.with(path, entry.getKey()), above, all));
            return;
        }
        List<JsonNode> items = value.isArray() ? List.copyOf(value.values()) : List.of(value);
        if (items.stream().noneMatch(JsonNode::isContainer)) {
            List<String> texts = items.stream().map(JsonNode::asString).toList();
            all.add(new Entry(
                    path.subList(above, path.size()),
                    texts,
                    top.lines().of(path).orElse(1)));
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isObject()) {
                collect(items.get(i), TomlLines.with(path, String.valueOf(i)), above, all);
            }
        }
    }

    private static Position place(@Nullable TokenStreamLocation location) {
        return location == null
                ? Span.START.start()
                : new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** What the parser says, without the value that it says it of, which may be as long as the file. */
    private static String message(JacksonException fault) {
        String message = String.valueOf(fault.getOriginalMessage());
        int value = message.indexOf('(');
        String plain = (value < 0 ? message : message.substring(0, value)).strip();
        return plain.isEmpty() ? "invalid TOML" : plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }

    private static Finding finding(SourceText source, Span span, String message) {
        return new Finding("detect", Severity.ERROR, source.name(), span, message, "");
    }

    /**
     * A table, asked by the path of a key.
     *
     * @param path the keys that lead to it from the top
     * @param lines where the file writes its keys
     */
    public record Table(JsonNode toml, List<String> path, TomlLines lines) {
        static Table top(JsonNode toml, SourceText source) {
            return new Table(toml, List.of(), new TomlLines(source));
        }

        public Optional<String> text(String... path) {
            return value(path).filter(JsonNode::isString).map(JsonNode::stringValue);
        }

        public Optional<Boolean> flag(String... path) {
            return value(path).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
        }

        public Optional<Table> table(String... path) {
            return value(path).filter(JsonNode::isObject).map(table -> new Table(table, below(path), lines));
        }

        public List<String> texts(String... path) {
            return items(path)
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .toList();
        }

        public List<Table> tables(String... path) {
            List<JsonNode> items = items(path).toList();
            List<Table> tables = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).isObject()) {
                    tables.add(new Table(items.get(i), TomlLines.with(below(path), String.valueOf(i)), lines));
                }
            }
            return tables;
        }

        /** The texts of each array in an array. */
        public List<List<String>> rows(String... path) {
            return items(path)
                    .filter(JsonNode::isArray)
                    .map(row -> row.values().stream()
                            .filter(JsonNode::isString)
                            .map(JsonNode::stringValue)
                            .toList())
                    .toList();
        }

        /** Where a key is, as {@code Cargo.toml:2 [package] name}. */
        public String place(String file, String section, String... key) {
            return file + lines.of(below(key)).map(line -> ":" + line).orElse("") + " " + section;
        }

        private List<String> below(String... keys) {
            return Stream.concat(path.stream(), Stream.of(keys)).toList();
        }

        public boolean has(String... path) {
            return value(path).isPresent();
        }

        public List<String> keys() {
            return List.copyOf(toml.propertyNames());
        }

        private Stream<JsonNode> items(String... path) {
            return value(path).filter(JsonNode::isArray).stream().flatMap(array -> array.values().stream());
        }

        private Optional<JsonNode> value(String... path) {
            JsonNode here = toml;
            for (String key : path) {
                here = here.path(key);
            }
            return here.isMissingNode() ? Optional.empty() : Optional.of(here);
        }
    }
}
