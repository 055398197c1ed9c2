package dev.slipway.lint;

import dev.slipway.source.Pointer;
import java.util.List;
import java.util.Optional;

/** A job as rules see it. */
record JobView(Place place, List<StepView> steps) {
    JobView {
        steps = List.copyOf(steps);
    }

    static JobView of(Place place) {
        return new JobView(
                place, place.at("steps").stream().flatMap(StepView::in).toList());
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
        return place.at("needs").map(Place::oneOrMany).orElse(List.of());
    }

    Optional<MatrixView> matrix() {
        return place.at("strategy", "matrix").map(MatrixView::new);
    }

    /** The step that a place is in. */
    Optional<StepView> stepAt(Pointer where) {
        return steps.stream()
                .filter(step -> where.toString().startsWith(step.place().where() + "/"))
                .findFirst();
    }

    /** The labels that it asks of a runner. */
    List<Place> labels() {
        return place.at("runs-on")
                .map(runsOn -> runsOn.at("labels").orElse(runsOn).oneOrMany())
                .orElse(List.of());
    }
}
