package dev.slipway.report;

import dev.slipway.run.Attestation;
import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import dev.slipway.run.Recorded;
import dev.slipway.run.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rehearsal showed.
 *
 * @param cause what was rehearsed, such as {@code the tag v1.2.3}
 * @param workflow where the workflow is in the repository
 * @param commit what was run
 * @param plan what it is compared with; absent if nothing was planned, or not all of it was run
 * @param folder where its results are
 */
public record RehearsalReport(
        String cause,
        String workflow,
        RehearsedCommit commit,
        Observation observed,
        Optional<PlanReport> plan,
        String folder) {
    /** Problems that no plan would allow, and differences from the plan, in plain words. */
    public List<String> differences() {
        List<String> all = new ArrayList<>(observed.faults());
        all.addAll(planDifferences());
        return all;
    }

    /** Differences from the plan; none if nothing was planned. */
    List<String> planDifferences() {
        return plan.map(it -> new PlanDifferences(it, observed, commit).list()).orElse(List.of());
    }

    /** Whether everything ran, and as planned. */
    public boolean succeeded() {
        return observed.succeeded() && differences().isEmpty();
    }

    public String json() {
        return new RehearsalJson(this).text();
    }

    public String text(Style style, boolean verbose) {
        return new RehearsalText(this, style, verbose).text();
    }

    /** What was attested. */
    List<String> attested() {
        return observed.attested().stream().map(Attestation::text).toList();
    }

    /** What would have left the machine, each with its job. */
    List<String> recorded() {
        return observed.recorded().stream().map(Recorded::text).toList();
    }

    /** What GitHub would run and was not run, each with the reason. */
    List<String> leftOut() {
        return leftOut(observed.jobs(), "");
    }

    private static List<String> leftOut(List<JobRun> jobs, String caller) {
        List<String> all = new ArrayList<>();
        for (JobRun job : jobs) {
            if (!job.complete()) {
                String id = caller + job.id();
                if (job.rows().isEmpty() && job.called().isEmpty()) {
                    all.add(id + ": " + job.message());
                }
                job.rows().stream()
                        .filter(row -> row.result() == Result.SKIPPED)
                        .forEach(row -> all.add(id + ", " + row.name() + ": " + row.message()));
                all.addAll(leftOut(job.called(), id + " / "));
            }
        }
        return all;
    }

    /** Why a job failed: the first of its steps that did. */
    static String reason(JobRun job) {
        for (JobRun.Row row : job.rows()) {
            if (row.result() == Result.FAILURE) {
                String where = job.rows().size() > 1 ? row.name() + ", " : "";
                return row.steps().stream()
                        .filter(step -> step.conclusion() == Result.FAILURE)
                        .map(step -> where + "step '" + step.name() + "': " + step.message())
                        .findFirst()
                        .orElse(where + row.message());
            }
        }
        return job.called().stream()
                .filter(called -> called.result() == Result.FAILURE)
                .map(RehearsalReport::reason)
                .findFirst()
                .orElse(job.message());
    }
}
