package dev.slipway.report;

import dev.slipway.run.Effect;
import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import dev.slipway.run.Recorded;
import dev.slipway.run.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares what a run did with its plan.
 *
 * @param commit what was run
 */
record PlanDifferences(PlanReport plan, Observation observed, RehearsedCommit commit) {
    /** Each difference, in plain words; none if all is as planned. */
    List<String> list() {
        List<String> all = new ArrayList<>(jobs());
        all.addAll(new JobDifferences(plan.run().workflow(), commit.workflow()).list());
        all.addAll(release());
        all.addAll(new ImageDifferences(plan, observed.images(), commit.sha()).list());
        if (observed.succeeded()) {
            all.addAll(new ReleaseDifferences(plan, observed, commit.files()).list());
            all.addAll(new PublicationDifferences(plan, observed).list());
        }
        return all;
    }

    private List<String> jobs() {
        List<String> planned = plan.jobs().stream().map(PlannedJob::id).toList();
        List<String> ran = observed.jobs().stream().map(JobRun::id).toList();
        List<String> all = new ArrayList<>(new SetDifferences("the job ", "runs").list(planned, ran));
        Map<String, PlannedJob.Runs> runs =
                plan.jobs().stream().collect(Collectors.toMap(PlannedJob::id, PlannedJob::runs));
        for (JobRun job : observed.jobs()) {
            boolean skipped = job.result() == Result.SKIPPED;
            Optional.ofNullable(runs.get(job.id()))
                    .filter(it -> it.certain() && it.runs() == skipped)
                    .filter(it -> !skipped || !behindFailure(job))
                    .ifPresent(it -> all.add("the job " + job.id()
                            + (skipped
                                    ? " is planned to run, but was skipped: " + job.message()
                                    : " is planned to be skipped, but ran")));
        }
        return all;
    }

    /** Whether a job was skipped because one that it waits for failed: that failure is reported on its own. */
    private boolean behindFailure(JobRun job) {
        return observed.jobs().stream()
                .filter(before -> job.needs().contains(before.id()))
                .anyMatch(before -> before.result() == Result.FAILURE || behindFailure(before));
    }

    private List<String> release() {
        List<String> all = new ArrayList<>(otherReleases());
        if (observed.release().isEmpty()) {
            all.add("the release " + plan.tag().name() + " is planned but missing");
            return all;
        }
        Observation.Release release = observed.release().get();
        if (!release.tag().equals(plan.tag().name())) {
            all.add("the tag of the release is " + release.tag() + ", but planned as "
                    + plan.tag().name());
        }
        all.addAll(new SetDifferences("the file ", "is released")
                .list(
                        plan.plan().assets(plan.tag().name()),
                        release.files().stream().map(Observation.File::name).toList()));
        flag("a prerelease", plan.tag().prerelease(), release.prerelease()).ifPresent(all::add);
        flag("a draft", plan.plan().draft(), release.draft()).ifPresent(all::add);
        plan.moves()
                .latest()
                .flatMap(latest -> flag("the latest one", latest, release.latest()))
                .ifPresent(all::add);
        return all;
    }

    private static Optional<String> flag(String what, boolean planned, boolean seen) {
        return planned == seen
                ? Optional.empty()
                : Optional.of("the release is " + (seen ? "" : "not ") + what + ", but planned "
                        + (planned ? "to be" : "not to be"));
    }

    /** Releases and tags of other versions that jobs made, changed or deleted, but for jobs of the config's own. */
    private List<String> otherReleases() {
        List<String> all = new ArrayList<>();
        for (Recorded record : observed.recorded()) {
            if (record.effect() instanceof Effect.OfTag change
                    && !change.tag().equals(plan.tag().name())
                    && !plan.plan().hatches().ids().contains(record.job())) {
                all.add("another release was changed, which is not planned: " + record.text());
            }
        }
        return all;
    }
}
