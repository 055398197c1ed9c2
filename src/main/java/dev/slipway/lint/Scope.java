package dev.slipway.lint;

import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The place of an expression that is checked.
 *
 * @param job the job that it is in
 */
record Scope(WorkflowFile file, Optional<JobView> job) {
    /** The values that a reference to the matrix has, row by row; none if a row lacks it, or only a run knows. */
    List<Node> valuesInMatrix(Reference reference) {
        if (!reference.context().equals("matrix") || reference.path().isEmpty()) {
            return List.of();
        }
        List<Node> values = new ArrayList<>();
        for (Map<String, Node> row : job.flatMap(JobView::rows).orElse(List.of())) {
            Optional<Node> value = value(row, reference.path());
            if (value.isEmpty()) {
                return List.of();
            }
            values.add(value.get());
        }
        return values;
    }

    private static Optional<Node> value(Map<String, Node> row, List<String> path) {
        for (Map.Entry<String, Node> column : row.entrySet()) {
            if (column.getKey().equalsIgnoreCase(path.get(0))) {
                return below(column.getValue(), path);
            }
        }
        return Optional.empty();
    }

    private static Optional<Node> below(Node value, List<String> path) {
        Optional<Node> here = Optional.of(value);
        for (String name : path.subList(1, path.size())) {
            here = here.filter(Node.Mapping.class::isInstance).flatMap(node -> node.child(name));
        }
        return here;
    }
}
