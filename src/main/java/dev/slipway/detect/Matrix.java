package dev.slipway.detect;

import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Expands a matrix into its rows as GitHub does; a matrix that only a run can know has none.
 *
 * @see <a href="https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations">Running
 *     variations of jobs in a workflow</a>
 */
final class Matrix {
    /** GitHub runs no more jobs of one matrix. */
    private static final int MOST = 256;

    private Matrix() {}

    /** Each row's values by their path; one empty row where there is no matrix. */
    static List<Map<String, String>> rows(Node job) {
        Map<String, Node> matrix = Yaml.entries(job, "strategy", "matrix");
        List<Map<String, String>> rows = new ArrayList<>(List.of(Map.of()));
        matrix.forEach((axis, values) -> {
            if (!axis.equals("include") && !axis.equals("exclude")) {
                multiply(rows, axis, Yaml.items(values));
            }
        });
        return included(rows, Yaml.items(job, "strategy", "matrix", "include"));
    }

    private static void multiply(List<Map<String, String>> rows, String axis, List<Node> values) {
        if (values.isEmpty() || rows.size() * values.size() > MOST) {
            return;
        }
        List<Map<String, String>> product = new ArrayList<>();
        for (Map<String, String> row : rows) {
            for (Node value : values) {
                Map<String, String> longer = new LinkedHashMap<>(row);
                flatten(axis, value, longer);
                product.add(longer);
            }
        }
        rows.clear();
        rows.addAll(product);
    }

    /** An entry joins each row that it does not contradict, and is a row of its own where it contradicts all. */
    private static List<Map<String, String>> included(List<Map<String, String>> rows, List<Node> entries) {
        List<Map<String, String>> result = new ArrayList<>();
        rows.forEach(row -> result.add(new LinkedHashMap<>(row)));
        for (Node entry : entries) {
            Map<String, String> values = new LinkedHashMap<>();
            Yaml.entries(entry).forEach((key, value) -> flatten(key, value, values));
            boolean joined = false;
            for (int i = 0; i < rows.size() && !rows.get(i).isEmpty(); i++) {
                if (agrees(rows.get(i), values)) {
                    result.get(i).putAll(values);
                    joined = true;
                }
            }
            if (!joined && result.size() < MOST) {
                result.add(values);
            }
        }
        if (!entries.isEmpty() && result.get(0).isEmpty()) {
            result.remove(0);
        }
        return result;
    }

    private static boolean agrees(Map<String, String> row, Map<String, String> entry) {
        return entry.entrySet().stream()
                .allMatch(value ->
                        !row.containsKey(value.getKey()) || Objects.equals(row.get(value.getKey()), value.getValue()));
    }

    private static void flatten(String path, Node value, Map<String, String> into) {
        Yaml.text(value).ifPresent(text -> into.put(path, text));
        Yaml.entries(value).forEach((key, inner) -> flatten(path + "." + key, inner, into));
    }
}
