package dev.slipway.lint;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Expression;
import dev.slipway.source.Pointer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How jobs and steps may have ended before a condition is looked at. One that calls no status function is looked at only
 * after success.
 *
 * @param waits whether the condition calls none
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#status-check-functions">Status
 *     check functions</a>
 */
record PossibleResults(WorkflowFile file, JobView job, Pointer where, boolean waits) {
    private static final Set<String> STATUS = Set.of("always", "cancelled", "failure", "success");
    private static final List<Data> ALL = Stream.of("success", "failure", "cancelled", "skipped")
            .map(Data::of)
            .toList();
    private static final List<Data> SUCCESS = ALL.subList(0, 1);
    private static final Data SKIPPED = ALL.get(3);

    /** Whether an expression calls a status function. */
    static boolean asksStatus(Expression tree) {
        boolean[] asks = {false};
        tree.walk(node -> asks[0] |= node instanceof Expression.Call call
                && STATUS.contains(call.function().toLowerCase(Locale.ROOT)));
        return asks[0];
    }

    /** What is known of the paths that are asked for. */
    Possibilities of(Set<List<String>> asked) {
        Possibilities found = Possibilities.ANYTHING;
        for (List<String> path : asked) {
            List<Data> values = values(path);
            found = values.isEmpty() ? found : found.and(Possibilities.of(path, values));
        }
        return found;
    }

    private List<Data> values(List<String> path) {
        if (path.equals(List.of("job", "status"))) {
            return waits ? SUCCESS : ALL.subList(0, 3);
        }
        if (path.size() == 3 && path.get(0).equals("needs") && path.get(2).equals("result")) {
            return job.isNeeding(path.get(1)) ? ofJob(path.get(1)) : List.of();
        }
        boolean ofStep = path.size() == 3
                && path.get(0).equals("steps")
                && Set.of("outcome", "conclusion").contains(path.get(2));
        return ofStep ? ofStep(path.get(1), path.get(2).equals("outcome")) : List.of();
    }

    private List<Data> ofJob(String id) {
        boolean inStep = where.tokens().size() > 3;
        boolean waited = inStep ? !jobAsksStatus() : waits;
        boolean strict = file.job(id)
                .filter(needed -> !needed.place().has("continue-on-error"))
                .isPresent();
        return waited && strict ? SUCCESS : ALL;
    }

    private boolean jobAsksStatus() {
        return file.expressionsAt(job.place().where().child("if")).stream()
                .anyMatch(site -> site.tree().map(PossibleResults::asksStatus).orElse(true));
    }

    /** An earlier step; others, and those that run in parallel, are ignored. */
    private List<Data> ofStep(String id, boolean outcome) {
        Optional<StepView> step = job.step(id).filter(this::isBefore);
        if (step.isEmpty() || job.hasParallelSteps()) {
            return List.of();
        }
        boolean mayFail = outcome && step.get().place().has("continue-on-error");
        return waits && !mayFail ? List.of(SUCCESS.get(0), SKIPPED) : ALL;
    }

    private boolean isBefore(StepView step) {
        List<String> here = where.tokens();
        List<String> there = step.place().where().tokens();
        return here.size() == there.size() + 1 && Integer.parseInt(there.get(3)) < Integer.parseInt(here.get(3));
    }
}
