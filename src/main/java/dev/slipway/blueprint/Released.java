package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.ReleasePlan;
import java.util.List;
import java.util.Optional;

/**
 * Where the jobs of a release get its tag and version: from a job that works them out, or from the pushed tag.
 *
 * @param job the job that works it out
 */
record Released(Optional<Job> job) {
    static Released of(ReleasePlan plan) {
        return new Released(plan.versionFirst() ? Optional.of(VersionJob.of(plan)) : Optional.empty());
    }

    /** What every job must wait for. */
    List<Job> jobs() {
        return job.stream().toList();
    }

    /** Checks out what is released: its tag, if the caller of the workflow is on a branch. */
    Uses checkout(ReleasePlan plan, boolean history) {
        Uses step = Steps.checkout(plan, history);
        return plan.release().onCall() ? step.with("ref", job.orElseThrow().output(VersionJob.REF)) : step;
    }

    /** The same for a job that moves something: with all tags, if only the newest version moves it. */
    Uses checkoutToMove(ReleasePlan plan) {
        Uses step = checkout(plan, false);
        return plan.release().newestOnly() ? Newest.tags(step) : step;
    }

    Expr<String> tag() {
        return job.map(it -> it.output(VersionJob.TAG)).orElse(Github.REF_NAME);
    }

    /** The tag without its prefix, if a job works it out. */
    Expr<String> version() {
        return job.orElseThrow().output(VersionJob.VERSION);
    }

    /** Whether it is not a prerelease. */
    Expr<Boolean> isForEverybody() {
        return job.orElseThrow().output("prerelease").eq("false");
    }
}
