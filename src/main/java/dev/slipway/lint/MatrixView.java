package dev.slipway.lint;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A matrix as rules see it: its columns, and its rows as GitHub multiplies them out.
 *
 * @see <a href="https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations">Running variations of jobs</a>
 */
record MatrixView(Place place) {
    private static final int MOST_ROWS = 256;
    private static final int MOST_VALUES = 1 << 16;

    /** The axes: every key but {@code include} and {@code exclude}. */
    List<Place> axes() {
        return place.entries().stream()
                .filter(axis -> !axis.name().equals("include") && !axis.name().equals("exclude"))
                .toList();
    }

    List<Place> includes() {
        return place.at("include").map(Place::items).orElse(List.of());
    }

    List<Place> excludes() {
        return place.at("exclude").map(Place::items).orElse(List.of());
    }

    /** The names of its columns; nothing if an expression decides about them. */
    Optional<Set<String>> columns() {
        if (!hasKnownColumns()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        axes().forEach(axis -> names.add(axis.name()));
        includes().forEach(row -> row.entries().forEach(column -> names.add(column.name())));
        return Optional.of(names);
    }

    /** Its rows, column by column; nothing if an expression decides about them. */
    Optional<List<Map<String, Node>>> rows() {
        boolean known = hasKnownColumns()
                && !isComputed("exclude")
                && axes().stream()
                        .allMatch(axis ->
                                axis.isSequence() && axis.items().stream().noneMatch(MatrixView::hasExpression))
                && includes().stream().noneMatch(MatrixView::hasExpression);
        if (!known) {
            return Optional.empty();
        }
        List<Map<String, Node>> rows = product();
        rows.removeIf(row -> excludes().stream().anyMatch(exclude -> matches(exclude, row)));
        return rows.size() > MOST_ROWS ? Optional.empty() : included(rows);
    }

    private boolean hasKnownColumns() {
        return place.isMapping()
                && !isComputed("include")
                && includes().stream().allMatch(Place::isMapping);
    }

    private boolean isComputed(String key) {
        return place.at(key).filter(value -> !value.isSequence()).isPresent();
    }

    private static boolean hasExpression(Place place) {
        List<Place> found = new ArrayList<>();
        place.walk(scalar -> {
            if (scalar.text().contains("${{")) {
                found.add(scalar);
            }
        });
        return !found.isEmpty();
    }

    private List<Map<String, Node>> product() {
        List<Map<String, Node>> rows = new ArrayList<>();
        if (axes().isEmpty()) {
            return rows;
        }
        rows.add(Map.of());
        for (Place axis : axes()) {
            List<Map<String, Node>> longer = new ArrayList<>();
            for (Map<String, Node> row : rows) {
                axis.items().stream()
                        .limit(MOST_ROWS + 1L)
                        .forEach(value -> longer.add(with(row, axis.name(), value.node())));
                if (longer.size() > MOST_ROWS) {
                    return longer;
                }
            }
            rows = longer;
        }
        return rows;
    }

    private static Map<String, Node> with(Map<String, Node> row, String column, Node value) {
        Map<String, Node> longer = new LinkedHashMap<>(row);
        longer.put(column, value);
        return longer;
    }

    /**
     * An included row joins every row whose axes it does not contradict, or else is a separate row; nothing if that
     * has more rows than GitHub runs, or more values than a person writes.
     */
    private Optional<List<Map<String, Node>>> included(List<Map<String, Node>> original) {
        List<Map<String, String>> texts =
                original.stream().map(MatrixView::texts).toList();
        List<Map<String, Node>> rows = new ArrayList<>();
        original.forEach(row -> rows.add(new LinkedHashMap<>(row)));
        Set<String> axes = new LinkedHashSet<>();
        axes().forEach(axis -> axes.add(axis.name()));
        int values = 0;
        for (Place include : includes()) {
            Map<String, String> wanted = new LinkedHashMap<>();
            for (Place column : include.entries()) {
                if (axes.contains(column.name())) {
                    wanted.put(column.name(), text(column.node()));
                }
            }
            boolean joined = false;
            for (int i = 0; i < original.size(); i++) {
                if (texts.get(i).entrySet().containsAll(wanted.entrySet())) {
                    values += join(rows.get(i), include);
                    joined = true;
                }
            }
            if (!joined) {
                Map<String, Node> alone = new LinkedHashMap<>();
                values += join(alone, include);
                rows.add(alone);
            }
            if (rows.size() > MOST_ROWS || values > MOST_VALUES) {
                return Optional.empty();
            }
        }
        return Optional.of(rows);
    }

    private static Map<String, String> texts(Map<String, Node> row) {
        Map<String, String> texts = new HashMap<>();
        row.forEach((column, value) -> texts.put(column, text(value)));
        return texts;
    }

    private static int join(Map<String, Node> row, Place include) {
        include.entries().forEach(column -> row.put(column.name(), column.node()));
        return include.entries().size();
    }

    private static boolean matches(Place exclude, Map<String, Node> row) {
        return exclude.isMapping()
                && exclude.entries().stream()
                        .allMatch(column -> Optional.ofNullable(row.get(column.name()))
                                .filter(value -> contains(value, column.node()))
                                .isPresent());
    }

    /** Whether a value is what another asks for, if a mapping may ask for a part. */
    static boolean contains(Node value, Node wanted) {
        return wanted.fold(
                mapping -> mapping.entries().values().stream()
                        .allMatch(entry -> value.child(entry.key())
                                .filter(child -> contains(child, entry.value()))
                                .isPresent()),
                list -> text(value).equals(text(wanted)),
                scalar -> text(value).equals(text(wanted)));
    }

    /** A value without its place, to compare it with others. */
    static String text(Node node) {
        return node.fold(
                mapping -> mapping.entries().values().stream()
                        .map(entry -> entry.key() + ": " + text(entry.value()))
                        .sorted()
                        .toList()
                        .toString(),
                list -> list.items().stream().map(MatrixView::text).toList().toString(),
                scalar -> scalar.text());
    }

    /** What is known in a row; everything is open in one without columns. */
    static Contexts contexts(Map<String, Node> row) {
        Map<String, Data> values = new LinkedHashMap<>();
        row.forEach((column, value) -> values.put(column, Folding.data(value)));
        return values.isEmpty() ? Contexts.NOTHING : Contexts.NOTHING.with("matrix", Data.of(values));
    }
}
