package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.ReleasePlan;
import java.util.List;
import java.util.Optional;

/**
 * Where the jobs of a release learn what is released: from a job that works it out, or from the tag that was pushed.
 *
 * @param job the job that works it out
 */
record Released(Optional<Job> job) {
    static Released of(ReleasePlan plan) {
        return new Released(plan.versionFirst() ? Optional.of(VersionJob.of(plan)) : Optional.empty());
    }

    /** What every job has to wait for. */
    List<Job> jobs() {
        return job.stream().toList();
    }

    /** Checks out what is released: its tag, where whoever called the workflow is on a branch. */
    Uses checkout(ReleasePlan plan, boolean history) {
        Uses step = Steps.checkout(plan, history);
        return plan.release().onCall() ? step.with("ref", job.orElseThrow().output(VersionJob.REF)) : step;
    }

    Expr<String> tag() {
        return job.map(it -> it.output(VersionJob.TAG)).orElse(Github.REF_NAME);
    }

    /** The tag without its prefix, where a job works it out. */
    Expr<String> version() {
        return job.orElseThrow().output(VersionJob.VERSION);
    }

    /** Whether nothing newer of the same major version is released yet, where somebody has asked. */
    Expr<Boolean> leadsMajor() {
        return job.orElseThrow().output(VersionJob.LEADS_MAJOR).eq("true");
    }

    /** Whether it is what people get by default: no prerelease, and no fix of an old version where that counts. */
    Expr<Boolean> isForEverybody(ReleasePlan plan) {
        return plan.release().newestOnly()
                ? latest().eq("true")
                : job.orElseThrow().output("prerelease").eq("false");
    }

    /** Whether nothing newer is released yet, where somebody has asked. */
    Expr<String> latest() {
        return job.orElseThrow().output(VersionJob.LATEST);
    }
}
