package dev.slipway.run;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Text;
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

    private static final Set<String> NO_AXES = Set.of("include", "exclude");

    private MatrixRows() {}

    /**
     * Each row's values.
     *
     * @return empty where only a run can tell the rows
     * @throws EvaluationFailure if it is no matrix, or gives too many rows
     */
    static Optional<List<Map<String, Data>>> of(Matrix matrix, Values values) {
        Map<String, Data> parts = new LinkedHashMap<>();
        if (matrix.dynamic().isPresent()) {
            Data whole = values.of(matrix.dynamic().get().tree());
            if (whole instanceof Data.Open) {
                return Optional.empty();
            }
            if (!(whole instanceof Data.Dict dictionary)) {
                throw new EvaluationFailure("a matrix is a mapping, not '" + whole.text() + "'");
            }
            parts.putAll(dictionary.values());
        }
        matrix.axes()
                .forEach((axis, items) ->
                        parts.put(axis, Data.of(items.stream().map(values::of).toList())));
        parts.put("include", rows(matrix.include(), values));
        parts.put("exclude", rows(matrix.exclude(), values));
        for (Map.Entry<String, Text> computed : matrix.computed().entrySet()) {
            parts.put(computed.getKey(), values.of(computed.getValue()));
        }
        if (parts.values().stream().anyMatch(part -> part instanceof Data.Open)) {
            return Optional.empty();
        }
        return Optional.of(expand(parts));
    }

    private static Data rows(List<Map<String, dev.slipway.model.workflow.Value>> rows, Values values) {
        return Data.of(rows.stream().map(row -> Data.of(values.each(row))).toList());
    }

    private static List<Map<String, Data>> expand(Map<String, Data> parts) {
        List<Map<String, Data>> rows = new ArrayList<>();
        rows.add(Map.of());
        boolean axes = false;
        for (Map.Entry<String, Data> part : parts.entrySet()) {
            if (!NO_AXES.contains(part.getKey())) {
                rows = times(rows, part.getKey(), items(part.getValue()));
                axes = true;
            }
        }
        List<Map<String, Data>> excluded = mappings(parts, "exclude");
        List<Map<String, Data>> left = new ArrayList<>(rows.stream()
                .filter(row -> excluded.stream().noneMatch(one -> agrees(row, one, true)))
                .toList());
        return include(axes ? left : List.of(), mappings(parts, "include"));
    }

    private static List<Data> items(Data axis) {
        return axis instanceof Data.Arr list ? list.items() : List.of(axis);
    }

    private static List<Map<String, Data>> mappings(Map<String, Data> parts, String key) {
        List<Map<String, Data>> rows = new ArrayList<>();
        for (Data item : items(parts.getOrDefault(key, Data.of(List.of())))) {
            if (item instanceof Data.Dict dictionary) {
                rows.add(dictionary.values());
            }
        }
        return rows;
    }

    private static List<Map<String, Data>> times(List<Map<String, Data>> rows, String axis, List<Data> values) {
        if ((long) rows.size() * values.size() > MOST) {
            throw new EvaluationFailure("the matrix has more than " + MOST + " rows");
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

    /** An entry joins each row whose own values it does not contradict, and is a row of its own where it joins none. */
    private static List<Map<String, Data>> include(List<Map<String, Data>> rows, List<Map<String, Data>> entries) {
        List<Map<String, Data>> result = new ArrayList<>();
        rows.forEach(row -> result.add(new LinkedHashMap<>(row)));
        for (Map<String, Data> entry : entries) {
            boolean joined = false;
            for (int i = 0; i < rows.size(); i++) {
                if (agrees(rows.get(i), entry, false)) {
                    result.get(i).putAll(entry);
                    joined = true;
                }
            }
            if (!joined) {
                result.add(new LinkedHashMap<>(entry));
            }
        }
        if (result.size() > MOST) {
            throw new EvaluationFailure("the matrix has more than " + MOST + " rows");
        }
        return result;
    }

    /**
     * Whether a row has the values of an entry.
     *
     * @param all whether it must have each of its names, or only none of them with another value
     */
    private static boolean agrees(Map<String, Data> row, Map<String, Data> entry, boolean all) {
        return entry.entrySet().stream().allMatch(one -> {
            Data own = row.get(one.getKey());
            return own == null ? !all : same(own, one.getValue());
        });
    }

    private static boolean same(Data one, Data other) {
        if (one instanceof Data.Dict row && other instanceof Data.Dict entry) {
            return agrees(row.values(), entry.values(), true);
        }
        return one.equals(other)
                || one.primitive() && other.primitive() && one.text().equals(other.text());
    }
}
