package dev.slipway.lint;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A job as rules see it. What rules ask again and again is read once. */
final class JobView {
    /** How long the path of a step is: {@code /jobs/build/steps/0}. */
    private static final int STEP = 4;

    private final Place place;
    private final List<StepView> steps;
    private final Map<String, StepView> stepsById = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /** Filled only if steps are in others: else, their places tell their numbers. */
    private final Map<List<String>, StepView> stepsByPath = new HashMap<>();

    private final boolean hasParallelSteps;
    private final List<Place> needs;
    private final Set<String> neededIds = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> outputs;
    private final Set<String> outputNames = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Optional<MatrixView> matrix;
    private final Optional<Set<String>> columns;
    private final Set<String> columnNames = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Optional<List<Map<String, Node>>> rows;

    JobView(Place place) {
        this.place = place;
        this.steps = place.at("steps").map(JobView::steps).orElse(List.of());
        steps.forEach(step -> stepsById.putIfAbsent(step.id(), step));
        if (place.at("steps").filter(JobView::isNested).isPresent()) {
            steps.forEach(step -> stepsByPath.put(step.place().where().tokens(), step));
        }
        this.hasParallelSteps = !stepsByPath.isEmpty()
                || steps.stream().anyMatch(step -> step.place().has("background"));
        this.needs = place.at("needs").map(Place::oneOrMany).orElse(List.of());
        needs.forEach(need -> neededIds.add(need.text()));
        this.outputs = place.entries("outputs").stream().map(Place::name).toList();
        outputNames.addAll(outputs);
        this.matrix = place.at("strategy", "matrix").map(MatrixView::new);
        this.columns = matrix.flatMap(MatrixView::columns);
        columns.ifPresent(columnNames::addAll);
        this.rows = matrix.flatMap(MatrixView::rows);
    }

    private static List<StepView> steps(Place list) {
        List<StepView> steps = new ArrayList<>();
        addSteps(list, steps);
        return List.copyOf(steps);
    }

    private static boolean isNested(Place list) {
        return list.items().stream().anyMatch(item -> item.has("parallel"));
    }

    /** The steps of a list; those that run side by side count one after the other. */
    private static void addSteps(Place list, List<StepView> steps) {
        for (Place item : list.items()) {
            Optional<Place> parallel = item.at("parallel").filter(Place::isSequence);
            parallel.ifPresent(inner -> addSteps(inner, steps));
            if (parallel.isEmpty()) {
                steps.add(new StepView(item, steps.size()));
            }
        }
    }

    Place place() {
        return place;
    }

    List<StepView> steps() {
        return steps;
    }

    String id() {
        return place.name();
    }

    boolean is(String id) {
        return id().equalsIgnoreCase(id);
    }

    /** Whether it runs a reusable workflow rather than steps. */
    boolean isCall() {
        return place.has("uses");
    }

    boolean isConditional() {
        return place.has("if");
    }

    List<Place> needs() {
        return needs;
    }

    /** Whether it waits for a job with this id. */
    boolean isNeeding(String id) {
        return neededIds.contains(id);
    }

    /** Whether steps of it run next to each other. */
    boolean hasParallelSteps() {
        return hasParallelSteps;
    }

    /** The names of the outputs that it defines. */
    List<String> outputs() {
        return outputs;
    }

    /** Whether it defines an output of this name. */
    boolean hasOutput(String name) {
        return outputNames.contains(name);
    }

    Optional<MatrixView> matrix() {
        return matrix;
    }

    /** The names of the columns of its matrix; empty if it has none, or if an expression defines them. */
    Optional<Set<String>> columns() {
        return columns;
    }

    /** Whether a column of its matrix has this name. */
    boolean hasColumn(String name) {
        return columnNames.contains(name);
    }

    /** The rows of its matrix; empty if it has none, or if they are known only during a run. */
    Optional<List<Map<String, Node>>> rows() {
        return rows;
    }

    /** The first step with an id. */
    Optional<StepView> step(String id) {
        return Optional.ofNullable(stepsById.get(id));
    }

    /** The step that a place is in. */
    Optional<StepView> stepAt(Pointer where) {
        List<String> path = where.tokens();
        if (stepsByPath.isEmpty()) {
            boolean below = !steps.isEmpty()
                    && path.size() > STEP
                    && path.get(1).equals(id())
                    && path.get(2).equals("steps");
            return below ? Optional.of(steps.get(Integer.parseInt(path.get(STEP - 1)))) : Optional.empty();
        }
        for (int length = path.size() - 1; length > 0; length--) {
            StepView step = stepsByPath.get(path.subList(0, length));
            if (step != null) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** The labels that it asks of a runner. */
    List<Place> labels() {
        return place.at("runs-on")
                .map(runsOn -> runsOn.at("labels").orElse(runsOn).oneOrMany())
                .orElse(List.of());
    }
}
