package dev.slipway.lint;

import dev.slipway.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * Where an expression is looked at.
 *
 * @param job the job that it is in
 */
record Scope(WorkflowFile file, Optional<JobView> job) {
    /** The values that a reference to the matrix has, row by row; none if a row lacks it, or only a run knows. */
    List<Node> valuesInMatrix(Reference reference) {
        if (!reference.context().equals("matrix") || reference.path().isEmpty()) {
            return List.of();
        }
        List<Optional<Node>> values = job.flatMap(JobView::rows).orElse(List.of()).stream()
                .map(row -> row.entrySet().stream()
                        .filter(column -> column.getKey()
                                .equalsIgnoreCase(reference.path().get(0)))
                        .findFirst()
                        .flatMap(column -> below(
                                column.getValue(),
                                reference.path().subList(1, reference.path().size()))))
                .toList();
        return values.stream().allMatch(Optional::isPresent)
                ? values.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    private static Optional<Node> below(Node value, List<String> path) {
        Optional<Node> here = Optional.of(value);
        for (String name : path) {
            here = here.filter(Node.Mapping.class::isInstance).flatMap(node -> node.child(name));
        }
        return here;
    }
}
