package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds rows of a matrix that are there twice, and exclusions that exclude nothing. */
final class MatrixValues implements Rule<WorkflowFile> {
    /** How many values of an axis are compared with a mapping; a longer axis is ignored. */
    private static final int MOST = 256;

    @Override
    public String id() {
        return "matrix-values";
    }

    @Override
    public String summary() {
        return "matrix values are unique, and exclusions match existing rows";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        file.jobs().stream().flatMap(job -> job.matrix().stream()).forEach(matrix -> {
            Map<String, Axis> axes = new LinkedHashMap<>();
            for (Place place : matrix.axes()) {
                axes.put(place.name(), Axis.of(place));
                checkAxis(place, problems);
            }
            matrix.excludes().forEach(exclude -> checkExclude(axes, exclude, problems));
        });
        return problems;
    }

    /**
     * An axis.
     *
     * @param open whether expressions decide about its values
     * @param texts its values
     */
    private record Axis(Place place, boolean open, Set<String> texts) {
        static Axis of(Place place) {
            Set<String> texts = place.items().stream()
                    .map(item -> MatrixView.text(item.node()))
                    .collect(Collectors.toSet());
            boolean open = !place.isSequence() || MatrixView.text(place.node()).contains("${{");
            return new Axis(place, open, texts);
        }

        /** Whether no value of it is what an exclusion asks for. */
        boolean lacks(Place wanted) {
            if (open || MatrixView.text(wanted.node()).contains("${{")) {
                return false;
            }
            return wanted.isMapping()
                    ? place.items().size() <= MOST
                            && place.items().stream().noneMatch(it -> MatrixView.contains(it.node(), wanted.node()))
                    : !texts.contains(MatrixView.text(wanted.node()));
        }
    }

    private static void checkAxis(Place axis, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (Place value : axis.items()) {
            String text = MatrixView.text(value.node());
            if (!seen.add(text)) {
                problems.add(value.problem(
                        "'" + Phrases.shortened(text) + "' appears twice in axis '" + axis.name() + "'", "remove one"));
            }
        }
    }

    private static void checkExclude(Map<String, Axis> axes, Place exclude, List<Problem> problems) {
        for (Place column : exclude.entries()) {
            Axis axis = axes.get(column.name());
            if (axis == null) {
                problems.add(column.keyProblem(
                        "the matrix has no axis '" + column.name() + "'",
                        Phrases.meant(column.name(), axes.keySet(), "axes")));
            } else if (axis.lacks(column)) {
                problems.add(column.problem(
                        "axis '" + column.name() + "' has no value '"
                                + Phrases.shortened(MatrixView.text(column.node())) + "'",
                        "this excludes nothing"));
            }
        }
    }
}
