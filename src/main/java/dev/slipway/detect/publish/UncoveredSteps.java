package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.detect.workflow.Builds;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.run.dry.Skipped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the steps of a release workflow that a config does not stand for, and says what could. */
public final class UncoveredSteps {
    private static final Reason ELSEWHERE = Reason.of("does not run in a release", "keep it in a separate workflow");

    private final Map<String, Fact<ListedStep>> left = new LinkedHashMap<>();

    private UncoveredSteps() {}

    /** Each step, once for all rows of a matrix, and why it is left; of a job that is left whole, the job. */
    public static List<Fact<ListedStep>> of(ExistingWorkflow workflow, RepositoryFiles files) {
        UncoveredSteps steps = new UncoveredSteps();
        workflow.jobs().forEach(job -> steps.job(job, files));
        workflow.run().skipped().forEach(steps::skipped);
        return List.copyOf(steps.left.values());
    }

    private void job(DryRow job, RepositoryFiles files) {
        List<Reason> reasons = job.steps().stream()
                .flatMap(step -> StepCoverage.reason(step).stream())
                .toList();
        boolean whole = !reasons.isEmpty() && Builds.of(job, files, Set.of()).isEmpty() && !publishes(job);
        if (whole) {
            job(job.id(), job.place(), reasons.get(0));
        } else {
            job.steps().forEach(step -> step(step, job.id()));
        }
    }

    private void skipped(Skipped skipped) {
        if (skipped.steps().isEmpty()) {
            job(skipped.job(), skipped.place(), ELSEWHERE);
        } else if (!left.containsKey(skipped.place())) {
            skipped.steps().forEach(step -> step(step, skipped.job()));
        }
    }

    private void job(String id, String place, Reason reason) {
        left.putIfAbsent(place, new Fact<>(new ListedStep("job " + id, reason), place));
    }

    private void step(DryStep step, String job) {
        StepCoverage.reason(step).ifPresent(reason -> left.putIfAbsent(step.place(), ListedStep.of(step, job, reason)));
    }

    private static boolean publishes(DryRow job) {
        return ReleaseStep.isIn(job) || job.steps().stream().anyMatch(ImageNames::builds);
    }
}
