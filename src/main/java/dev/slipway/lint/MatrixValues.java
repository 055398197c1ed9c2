package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds rows of a matrix that are there twice, and exclusions that exclude nothing. */
final class MatrixValues implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "matrix-values";
    }

    @Override
    public String summary() {
        return "values of an axis differ, and exclusions name rows that exist";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        file.jobs().stream().flatMap(job -> job.matrix().stream()).forEach(matrix -> {
            matrix.axes().forEach(axis -> checkAxis(axis, problems));
            matrix.excludes().forEach(exclude -> checkExclude(matrix, exclude, problems));
        });
        return problems;
    }

    private static void checkAxis(Place axis, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (Place value : axis.items()) {
            String text = MatrixView.text(value.node());
            if (!seen.add(text)) {
                problems.add(value.problem(
                        "'" + Phrases.shortened(text) + "' stands twice in axis '" + axis.name() + "'", "remove one"));
            }
        }
    }

    private static void checkExclude(MatrixView matrix, Place exclude, List<Problem> problems) {
        for (Place column : exclude.entries()) {
            Optional<Place> axis = matrix.axes().stream()
                    .filter(other -> other.name().equals(column.name()))
                    .findFirst();
            if (axis.isEmpty()) {
                List<String> names = matrix.axes().stream().map(Place::name).toList();
                problems.add(column.keyProblem(
                        "the matrix has no axis '" + column.name() + "'", Phrases.meant(column.name(), names, "axes")));
            } else if (isNeverThere(axis.get(), column)) {
                problems.add(column.problem(
                        "axis '" + column.name() + "' has no value '"
                                + Phrases.shortened(MatrixView.text(column.node())) + "'",
                        "nothing is excluded by this"));
            }
        }
    }

    private static boolean isNeverThere(Place axis, Place wanted) {
        return axis.isSequence()
                && !MatrixView.text(axis.node()).contains("${{")
                && !MatrixView.text(wanted.node()).contains("${{")
                && axis.items().stream().noneMatch(value -> MatrixView.contains(value.node(), wanted.node()));
    }
}
