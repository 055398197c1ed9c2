package dev.slipway.report;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.run.JobRun;
import dev.slipway.run.Result;
import dev.slipway.run.Walk;
import java.util.List;
import java.util.Optional;

/**
 * A job of the generated release workflow as a plan tells of it.
 *
 * @param runs whether it runs for the tag
 * @param does what it does in words; empty if its builds say it
 * @param note what is to say of it in addition to that for the tag; may be empty
 * @param runsOn the labels of its machines
 * @param environment the deployment environment, whose reviewers are asked before it runs
 * @param secrets the secrets it is given, in addition to the token that every job has
 */
public record PlannedJob(
        String id,
        Runs runs,
        String does,
        String note,
        List<String> needs,
        List<String> runsOn,
        Optional<String> container,
        Optional<String> environment,
        List<Grant> permissions,
        List<String> secrets,
        List<Build> builds) {

    /**
     * Whether a job runs.
     *
     * @param certain whether it is known
     * @param runs whether it does, or may
     * @param condition the job's own; may be empty
     * @param own whether it is the job's own condition that keeps it from running
     */
    public record Runs(boolean certain, boolean runs, String condition, boolean own) {
        static Runs of(Job job, JobRun run) {
            return new Runs(
                    run.certain(),
                    run.result() != Result.SKIPPED,
                    job.condition().map(Expr::source).orElse(""),
                    run.result() == Result.SKIPPED && run.message().equals(Walk.CONDITION));
        }

        /** {@code yes}, {@code no} or {@code maybe}. */
        public String word() {
            return certain ? runs ? "yes" : "no" : "maybe";
        }

        /** In a sentence, if it is not plain that it runs. */
        public Optional<String> words() {
            if (!runs) {
                String why = own ? "its condition is false: " + condition : "a job that it needs is skipped";
                return Optional.of("skipped for this tag: " + why);
            }
            return certain
                    ? Optional.empty()
                    : Optional.of(
                            condition.isEmpty()
                                    ? "skipped if a job that it needs is skipped"
                                    : "runs only if " + condition);
        }
    }

    /**
     * @param drawn the same job as Slipway drew it, which says what each permission is for
     * @param run what becomes of it for the tag
     * @param machines the labels of the machines that its rows ask for
     */
    static PlannedJob of(Job job, Optional<Job> drawn, JobRun run, List<String> machines, ReleasePlan plan) {
        List<StepsJob> own = job instanceof StepsJob it ? List.of(it) : List.of();
        Optional<BuildGroup> group = plan.groups().stream()
                .filter(candidate -> candidate.job().equals(job.id()))
                .findFirst();
        List<Build> builds = group.map(BuildGroup::builds).orElse(List.of());
        List<String> written = own.stream()
                .flatMap(it -> it.runsOn().labels().stream())
                .map(Text::source)
                .toList();
        return new PlannedJob(
                job.id(),
                Runs.of(job, run),
                group.isPresent() ? "" : job.name().map(Text::source).orElse(""),
                "",
                job.needs().stream().map(Job::id).toList(),
                (machines.isEmpty() ? written : machines).stream().distinct().toList(),
                own.stream()
                        .flatMap(it -> it.container().stream())
                        .map(it -> it.image().source())
                        .findFirst(),
                own.stream()
                        .flatMap(it -> it.environment().stream())
                        .map(it -> it.name().source())
                        .findFirst(),
                grants(job, drawn),
                List.copyOf(Secrets.in(job)),
                builds);
    }

    /** What its token may do; a file keeps what that is for in comments, which are not read. */
    private static List<Grant> grants(Job job, Optional<Job> drawn) {
        List<Grant> known =
                drawn.flatMap(Job::permissions).map(it -> it.grants()).orElse(List.of());
        return job.permissions().map(it -> it.grants()).orElse(List.of()).stream()
                .map(grant -> known.stream()
                        .filter(other -> other.scope().equals(grant.scope())
                                && other.level().equals(grant.level()))
                        .findFirst()
                        .orElse(grant))
                .toList();
    }

    /** What it does, and what else is to say of it. */
    String described() {
        return note.isEmpty() ? does : does + ": " + note;
    }

    /** The same job with what else is to say of it. */
    PlannedJob noting(String more) {
        return new PlannedJob(
                id, runs, does, more, needs, runsOn, container, environment, permissions, secrets, builds);
    }
}
