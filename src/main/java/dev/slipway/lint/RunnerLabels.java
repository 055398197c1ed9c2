package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Strategy;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the labels of the runners that a workflow asks for, as far as they are written in it. */
public final class RunnerLabels {
    private RunnerLabels() {}

    /** Each label of a workflow once. */
    public static List<String> in(SourceText workflow) {
        WorkflowFile file = new WorkflowFile(workflow, YamlReader.read(workflow));
        return file.jobs().stream()
                .flatMap(job -> of(file, job))
                .map(Place::text)
                .distinct()
                .toList();
    }

    /** The same of a workflow as it was drawn: to write it and to read it again costs a hundred times as much. */
    public static List<String> in(Workflow workflow) {
        Set<String> found = new LinkedHashSet<>();
        for (Job job : workflow.jobs()) {
            if (job instanceof StepsJob own) {
                own.runsOn().labels().forEach(label -> add(own, label, found));
            }
        }
        found.removeIf(label -> label.isEmpty() || label.contains("${{"));
        return List.copyOf(found);
    }

    private static void add(StepsJob job, Text label, Set<String> found) {
        Optional<Matrix> matrix = job.strategy().flatMap(Strategy::matrix);
        Optional<String> column = label.parts().size() == 1 && matrix.isPresent()
                ? label.expressions().stream()
                        .flatMap(expression -> column(expression.tree()).stream())
                        .findFirst()
                : Optional.empty();
        if (column.isEmpty() || matrix.isEmpty()) {
            found.add(label.source());
            return;
        }
        List<Value> values = new ArrayList<>(matrix.get().axes().getOrDefault(column.get(), List.of()));
        for (Map<String, Value> row : matrix.get().include()) {
            Optional.ofNullable(row.get(column.get())).ifPresent(values::add);
        }
        for (Value value : values) {
            if (value instanceof Text text) {
                found.add(text.source());
            }
        }
    }

    /** The column of the matrix that an expression is. */
    private static Optional<String> column(Expression tree) {
        return Reference.of(tree)
                .filter(reference ->
                        reference.context().equals("matrix") && reference.path().size() == 1)
                .flatMap(reference -> reference.name(0));
    }

    static Stream<Place> of(WorkflowFile file, JobView job) {
        return job.labels().stream()
                .flatMap(label -> values(file, job, label).stream())
                .filter(place -> !place.text().isEmpty() && !place.text().contains("${{"))
                .distinct();
    }

    /** A label as it is written, or the values of the matrix that it stands for. */
    private static List<Place> values(WorkflowFile file, JobView job, Place label) {
        if (!label.text().contains("${{")) {
            return List.of(label);
        }
        Optional<String> column = file.expressionsAt(label.where()).stream()
                .filter(ExpressionSite::whole)
                .flatMap(site -> site.tree().stream())
                .flatMap(tree -> column(tree).stream())
                .findFirst();
        if (column.isEmpty() || job.matrix().isEmpty()) {
            return List.of(label);
        }
        MatrixView matrix = job.matrix().get();
        Stream<Place> axis = matrix.axes().stream()
                .filter(place -> place.name().equals(column.get()))
                .flatMap(place -> place.items().stream());
        Stream<Place> included = matrix.includes().stream().flatMap(row -> row.at(column.get()).stream());
        return Stream.concat(axis, included).toList();
    }
}
