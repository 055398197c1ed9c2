package dev.slipway.lint;

import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.Optional;
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

    static Stream<Place> of(WorkflowFile file, JobView job) {
        return job.labels().stream()
                .flatMap(label -> values(file, job, label).stream())
                .filter(place -> !place.text().isEmpty() && !place.text().contains("${{"))
                .distinct();
    }

    /** A label as it is written, or the values of the matrix that it stands for. */
    private static List<Place> values(WorkflowFile file, JobView job, Place label) {
        Optional<String> column = file.expressionsAt(label.where()).stream()
                .filter(ExpressionSite::whole)
                .flatMap(site -> site.tree().stream())
                .flatMap(tree -> Reference.of(tree).stream())
                .filter(reference ->
                        reference.context().equals("matrix") && reference.path().size() == 1)
                .flatMap(reference -> reference.name(0).stream())
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
