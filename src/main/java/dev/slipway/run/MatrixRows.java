package dev.slipway.run;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Expands a matrix into its rows as GitHub does.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix">matrix</a>
 */
final class MatrixRows {
    /** GitHub runs no more jobs of one matrix. */
    static final int MOST = 256;

    /** Combinations that are looked at before some are excluded. */
    private static final int LARGEST = 1 << 16;

    private static final Set<String> NO_AXES = Set.of("include", "exclude");

    private MatrixRows() {}

    /**
     * A row.
     *
     * @param values what {@code matrix} has
     * @param own those of them that the row is called by: not what an entry of {@code include} adds to it
     * @param complete whether it is known to have no other values
     */
    record Row(Map<String, Data> values, Map<String, Data> own, boolean complete) {}

    /**
     * What is known of the rows, in GitHub's order. There are none if all are excluded.
     *
     * @param certain whether these are the rows: of an axis that is open, one open value stands for all
     */
    record Rows(List<Row> rows, boolean certain) {}

    /**
     * The rows.
     *
     * @return empty if only a run can tell them
     * @throws EvaluationFailure if it is no matrix, or gives too many rows
     */
    static Optional<Rows> of(Matrix matrix, Values values) {
        Map<String, Data> parts = parts(matrix, values);
        boolean certain = parts.values().stream().noneMatch(part -> part instanceof Data.Open);
        boolean complete = !(parts.get("include") instanceof Data.Open);
        parts.entrySet().removeIf(part -> NO_AXES.contains(part.getKey()) && part.getValue() instanceof Data.Open);
        parts.replaceAll((name, part) -> part instanceof Data.Open ? Data.of(List.of(openValue(name))) : part);
        return !certain && parts.isEmpty() ? Optional.empty() : Optional.of(new Rows(expand(parts, complete), certain));
    }

    private static Data openValue(String axis) {
        return new Data.Open(new Expression.Property(new Expression.Context("matrix"), axis));
    }

    private static Map<String, Data> parts(Matrix matrix, Values values) {
        Map<String, Data> parts = new LinkedHashMap<>();
        if (matrix.dynamic().isPresent()) {
            Data whole = values.of(matrix.dynamic().get().tree());
            if (whole instanceof Data.Open) {
                parts.put("include", whole);
                return parts;
            }
            if (!(whole instanceof Data.Dict dictionary)) {
                throw new EvaluationFailure("a matrix must be a mapping, not '" + whole.text() + "'");
            }
            parts.putAll(dictionary.values());
        }
        matrix.axes()
                .forEach((axis, items) ->
                        parts.put(axis, Data.of(items.stream().map(values::of).toList())));
        if (!matrix.include().isEmpty()) {
            parts.put("include", entries(matrix.include(), values));
        }
        if (!matrix.exclude().isEmpty()) {
            parts.put("exclude", entries(matrix.exclude(), values));
        }
        for (Map.Entry<String, Text> computed : matrix.computed().entrySet()) {
            parts.put(computed.getKey(), values.of(computed.getValue()));
        }
        return parts;
    }

    private static Data entries(List<Map<String, Value>> entries, Values values) {
        return Data.of(
                entries.stream().map(entry -> Data.of(values.each(entry))).toList());
    }

    private static List<Row> expand(Map<String, Data> parts, boolean complete) {
        List<Map<String, Data>> product = new ArrayList<>();
        product.add(Map.of());
        List<String> axes =
                parts.keySet().stream().filter(part -> !NO_AXES.contains(part)).toList();
        for (String axis : axes) {
            product = times(product, axis, items(parts, axis));
        }
        List<Map<String, Data>> included = entries(parts, "include", axes);
        if (axes.isEmpty() && included.isEmpty()) {
            throw new EvaluationFailure("the matrix has neither an axis nor an entry of 'include'");
        }
        List<Map<String, Data>> excluded = entries(parts, "exclude", axes);
        excluded.forEach(entry -> checkExcluded(entry, axes));
        List<Map<String, Data>> left = new ArrayList<>();
        for (Map<String, Data> row : axes.isEmpty() ? List.<Map<String, Data>>of() : product) {
            if (excluded.stream().noneMatch(entry -> new MatrixEntry(entry).agrees(row))) {
                left.add(row);
            }
        }
        return include(left, included, axes, complete);
    }

    private static void checkExcluded(Map<String, Data> entry, List<String> axes) {
        entry.keySet().stream().filter(name -> !axes.contains(name)).forEach(name -> {
            throw new EvaluationFailure("the matrix excludes '" + name + "', which is not one of its axes");
        });
    }

    private static List<Data> items(Map<String, Data> parts, String name) {
        Data part = parts.getOrDefault(name, Data.of(List.of()));
        if (!(part instanceof Data.Arr list)) {
            throw new EvaluationFailure("'" + name + "' of the matrix must be a list, not '" + part.text() + "'");
        }
        if (list.items().isEmpty() && !NO_AXES.contains(name)) {
            throw new EvaluationFailure("'" + name + "' of the matrix has no values");
        }
        return list.items();
    }

    private static List<Map<String, Data>> entries(Map<String, Data> parts, String name, List<String> axes) {
        List<Map<String, Data>> entries = new ArrayList<>();
        for (Data item : items(parts, name)) {
            if (!(item instanceof Data.Dict dictionary)) {
                throw new EvaluationFailure(
                        "an entry of '" + name + "' of the matrix must be a mapping, not '" + item.text() + "'");
            }
            if (dictionary.values().isEmpty()) {
                throw new EvaluationFailure("an entry of '" + name + "' of the matrix is empty");
            }
            Map<String, Data> entry = new LinkedHashMap<>();
            dictionary.values().forEach((key, value) -> entry.put(axis(key, axes), value));
            entries.add(entry);
        }
        return entries;
    }

    /** The axis that a key of an entry means, in upper or lower case; another key stays as it is. */
    private static String axis(String key, List<String> axes) {
        return axes.stream().filter(key::equalsIgnoreCase).findFirst().orElse(key);
    }

    private static List<Map<String, Data>> times(List<Map<String, Data>> rows, String axis, List<Data> values) {
        if ((long) rows.size() * values.size() > LARGEST) {
            throw tooMany();
        }
        List<Map<String, Data>> product = new ArrayList<>();
        for (Map<String, Data> row : rows) {
            for (Data value : values) {
                Map<String, Data> longer = new LinkedHashMap<>(row);
                longer.put(axis, value);
                product.add(longer);
            }
        }
        return product;
    }

    private static EvaluationFailure tooMany() {
        return new EvaluationFailure("the matrix has more than " + MOST + " rows");
    }

    /** An entry adds to each row whose axes it does not contradict, and is a separate row if there is none. */
    private static List<Row> include(
            List<Map<String, Data>> rows, List<Map<String, Data>> entries, List<String> axes, boolean complete) {
        List<Map<String, Data>> longer = new ArrayList<>();
        rows.forEach(row -> longer.add(new LinkedHashMap<>(row)));
        List<Row> result = new ArrayList<>();
        List<Row> added = new ArrayList<>();
        for (Map<String, Data> entry : entries) {
            Map<String, Data> filter = new LinkedHashMap<>(entry);
            filter.keySet().retainAll(axes);
            Map<String, Data> extra = new LinkedHashMap<>(entry);
            extra.keySet().removeAll(axes);
            boolean joined = false;
            for (int i = 0; i < rows.size(); i++) {
                MatrixEntry wanted = new MatrixEntry(filter);
                if (wanted.agrees(rows.get(i))) {
                    longer.get(i).putAll(extra);
                    joined = true;
                } else if (wanted.mayAgree(rows.get(i))) {
                    Map<String, Data> row = longer.get(i);
                    extra.keySet().forEach(name -> row.put(name, openValue(name)));
                }
            }
            if (!joined) {
                Map<String, Data> alone = new LinkedHashMap<>(filter);
                alone.putAll(extra);
                added.add(new Row(alone, alone, complete));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            result.add(new Row(longer.get(i), rows.get(i), complete));
        }
        result.addAll(added);
        if (result.size() > MOST) {
            throw tooMany();
        }
        return result;
    }
}
