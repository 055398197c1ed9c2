package dev.slipway.graph;

import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What tells the variants of a job apart, in a few words each. */
final class RowLabels {
    private RowLabels() {}

    static List<String> of(Job job) {
        return job.strategy()
                .flatMap(strategy -> strategy.matrix())
                .map(matrix -> labels(matrix, named(job)))
                .orElse(List.of());
    }

    /** The columns that the name of the job has. */
    private static Set<String> named(Job job) {
        Set<String> columns = new TreeSet<>();
        job.name().stream()
                .flatMap(name -> name.expressions().stream())
                .forEach(expression -> expression.tree().walk(part -> {
                    if (part instanceof Expression.Property property
                            && property.of() instanceof Expression.Context context
                            && context.name().equals("matrix")) {
                        columns.add(property.name());
                    }
                }));
        return columns;
    }

    /** One line for each row if the rows are written out, otherwise one for each axis. */
    private static List<String> labels(Matrix matrix, Set<String> named) {
        List<String> labels = new ArrayList<>();
        if (matrix.dynamic().isPresent()) {
            labels.add("rows from an expression");
        }
        boolean single = matrix.axes().size() == 1;
        matrix.axes().forEach((axis, values) -> {
            if (single) {
                values.forEach(value -> labels.add(text(value)));
            } else {
                labels.add(axis + ": " + values.stream().map(RowLabels::text).collect(Collectors.joining(", ")));
            }
        });
        matrix.computed().keySet().forEach(axis -> labels.add(axis + ": from an expression"));
        boolean rows = matrix.axes().isEmpty();
        matrix.include().forEach(row -> labels.add((rows ? "" : "with ") + label(row, named)));
        matrix.exclude().forEach(row -> labels.add("without " + label(row, Set.of())));
        return labels;
    }

    private static String label(Map<String, Value> row, Set<String> named) {
        List<String> values = row.entrySet().stream()
                .filter(one -> named.contains(one.getKey()))
                .map(one -> text(one.getValue()))
                .toList();
        return String.join(
                ", ",
                values.isEmpty() ? row.values().stream().map(RowLabels::text).toList() : values);
    }

    private static String text(Value value) {
        if (value instanceof Text text) {
            return text.source();
        }
        if (value instanceof Value.Flag flag) {
            return String.valueOf(flag.value());
        }
        if (value instanceof Value.Count count) {
            return String.valueOf(count.value());
        }
        if (value instanceof Value.Fraction fraction) {
            return String.valueOf(fraction.value());
        }
        if (value instanceof Value.Many many) {
            return many.values().stream().map(RowLabels::text).collect(Collectors.joining(", ", "[", "]"));
        }
        Map<String, Value> named = ((Value.Named) value).values();
        return named.entrySet().stream()
                .map(one -> one.getKey() + ": " + text(one.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
