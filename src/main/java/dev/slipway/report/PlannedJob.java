package dev.slipway.report;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ReleasePlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A job of the release workflow as a plan tells of it.
 *
 * @param does what it does in words; empty where its builds say it
 * @param runsOn the labels of its machines
 * @param environment the deployment environment, whose reviewers are asked before it runs
 * @param steps the names of its steps
 * @param secrets the secrets it is given, beside the token that every job has
 */
record PlannedJob(
        String id,
        String does,
        List<String> needs,
        List<String> runsOn,
        Optional<String> container,
        Optional<String> environment,
        List<Grant> permissions,
        List<String> secrets,
        List<String> steps,
        List<Build> builds) {

    static PlannedJob of(Job job, ReleasePlan plan) {
        List<StepsJob> own = job instanceof StepsJob it ? List.of(it) : List.of();
        Optional<BuildGroup> group = plan.groups().stream()
                .filter(candidate -> candidate.job().equals(job.id()))
                .findFirst();
        List<Build> builds = group.map(BuildGroup::builds).orElse(List.of());
        Stream<String> labels = group.isPresent()
                ? builds.stream().map(Build::runner)
                : own.stream().flatMap(it -> it.runsOn().labels().stream()).map(Text::source);
        List<Step> steps = own.stream().flatMap(it -> it.steps().stream()).toList();
        return new PlannedJob(
                job.id(),
                group.isPresent() ? "" : job.name().map(Text::source).orElse(""),
                job.needs().stream().map(Job::id).toList(),
                labels.distinct().toList(),
                own.stream()
                        .flatMap(it -> it.container().stream())
                        .map(it -> it.image().source())
                        .findFirst(),
                own.stream()
                        .flatMap(it -> it.environment().stream())
                        .map(it -> it.name().source())
                        .findFirst(),
                job.permissions().map(it -> it.grants()).orElse(List.of()),
                List.copyOf(Secrets.in(job)),
                steps.stream()
                        .flatMap(step -> step.common().name().stream())
                        .map(Text::source)
                        .toList(),
                builds);
    }

    /** The same job with what else is to say of it. */
    PlannedJob noting(String more) {
        return new PlannedJob(
                id, does + ": " + more, needs, runsOn, container, environment, permissions, secrets, steps, builds);
    }
}
