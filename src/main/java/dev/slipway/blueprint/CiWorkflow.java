package dev.slipway.blueprint;

import dev.slipway.model.workflow.Concurrency;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Schedule;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Ci;
import dev.slipway.plan.CiTriggers;
import dev.slipway.plan.Paths;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.SharedJob;
import dev.slipway.toolchain.CiSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The workflow that tests every change. */
final class CiWorkflow {
    private final ReleasePlan plan;
    private final Workflow release;
    private final Ci ci;
    private final Header header;
    private final CiSetting setting;

    private CiWorkflow(ReleasePlan plan, Workflow release, Ci ci, Header header) {
        this.plan = plan;
        this.release = release;
        this.ci = ci;
        this.header = header;
        this.setting = new CiSetting(
                ci.runners(),
                Steps.checkout(plan, plan.toolchain().history()),
                packages(ci.packages()),
                ci.setup().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Run.script("Set up", String.join("\n", ci.setup()))),
                plan.actions());
    }

    /** @param release the workflow that a job may rehearse */
    static Workflow of(ReleasePlan plan, Workflow release, Ci ci, Header header) {
        return new CiWorkflow(plan, release, ci, header).workflow();
    }

    private static Optional<Run> packages(List<String> names) {
        String script = "sudo apt-get update\nsudo " + BuildTools.INSTALL + " " + String.join(" ", names);
        return names.isEmpty() ? Optional.empty() : Optional.of(Run.script("Install packages", script));
    }

    private Workflow workflow() {
        Workflow.Builder workflow = Workflow.named(paths().title("CI"))
                .comment(header.text())
                .permissions(Permissions.NONE)
                .concurrency(Concurrency.of(
                        Text.format(paths().mark("ci") + "-%s", Github.REF), Github.EVENT_NAME.eq("pull_request")));
        triggers(workflow);
        plan.toolchain().env().forEach(workflow::env);
        ci.env().forEach((key, value) -> workflow.env(key, Value.of(value)));
        return workflow.shell("bash").jobs(jobs()).build();
    }

    private Paths paths() {
        return plan.project().paths();
    }

    private void triggers(Workflow.Builder workflow) {
        CiTriggers triggers = ci.triggers();
        // zizmor takes every workflow for a branch with this word in its name for one that publishes
        boolean releases = triggers.branches().stream().anyMatch(branch -> branch.contains("release"));
        Event push = filtered(Event.push().branches(triggers.branches()))
                .remark(releases ? "zizmor: ignore[cache-poisoning] the release uses no cache" : "");
        workflow.on(push, filtersJobs() ? Event.pullRequest() : filtered(Event.pullRequest()));
        if (triggers.mergeQueue()) {
            workflow.on(Event.named("merge_group"));
        }
        if (!triggers.schedule().isEmpty()) {
            workflow.on(new Schedule(triggers.schedule().stream()
                    .map(time -> new Schedule.Cron(time, Optional.empty()))
                    .toList()));
        }
    }

    private Event filtered(Event event) {
        CiTriggers triggers = ci.triggers();
        Event only = triggers.paths().isEmpty() ? event : event.paths(triggers.paths());
        return triggers.pathsIgnore().isEmpty() ? only : only.filter("paths-ignore", triggers.pathsIgnore());
    }

    /**
     * Whether a pull request that touches none of the files skips the jobs, not the workflow: a branch that requires the
     * gate would wait forever for one that never runs.
     *
     * @see <a
     *     href="https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/troubleshooting-required-status-checks#handling-skipped-but-required-checks">Handling
     *     skipped but required checks</a>
     */
    private boolean filtersJobs() {
        return ci.has(SharedJob.GATE) && ci.triggers().filtered();
    }

    private List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        List<Job> skippable = new ArrayList<>();
        Optional<Job> changes = filtersJobs() || ci.buildsTargets()
                ? Optional.of(ChangesJob.of(plan, ci, header, filtersJobs()))
                : Optional.empty();
        changes.ifPresent(jobs::add);
        checks().forEach(check ->
                jobs.add(filtersJobs() ? only(check, changes.orElseThrow(), ChangesJob.PATHS) : check.build()));
        if (filtersJobs()) {
            skippable.addAll(jobs.subList(1, jobs.size()));
        }
        readers().forEach(check -> jobs.add(check.build()));
        if (ci.buildsTargets()) {
            List<Job> asReleased =
                    ci.has(SharedJob.REHEARSE) ? rehearsal(changes.orElseThrow()) : trial(changes.orElseThrow());
            skippable.addAll(asReleased);
            jobs.addAll(asReleased);
        }
        if (ci.has(SharedJob.GATE)) {
            jobs.add(GateJob.of(paths(), List.copyOf(jobs), skippable));
        }
        return jobs;
    }

    /** The jobs that build as a release does. */
    private List<Job> trial(Job changes) {
        List<JobBuilder> builds = new ArrayList<>();
        plan.generatorJob().ifPresent(group -> builds.add(GenerateJob.trial(plan, group)));
        plan.groups().forEach(group -> builds.add(BuildJob.trial(plan, group)));
        return builds.stream()
                .map(build -> only(build, changes, ChangesJob.TARGETS))
                .toList();
    }

    /** The same, and the job that runs the rest of the release with what they made. */
    private List<Job> rehearsal(Job changes) {
        Expr<String> tag = changes.output(RehearsedTag.TAG);
        List<JobBuilder> builds = new ArrayList<>();
        plan.generatorJob().ifPresent(group -> builds.add(GenerateJob.rehearsal(plan, group, tag)));
        plan.groups().forEach(group -> builds.add(BuildJob.rehearsal(plan, group, tag)));
        List<Job> all = new ArrayList<>();
        builds.forEach(build -> all.add(only(build, changes, ChangesJob.RELEASE)));
        JobBuilder rehearse = RehearseJob.of(plan, header, release, changes, List.copyOf(all));
        all.add(only(rehearse, changes, ChangesJob.RELEASE));
        return all;
    }

    private static Job only(JobBuilder job, Job changes, String output) {
        Expr<Boolean> wanted = changes.output(output).eq("true");
        return job.needs(changes).when(wanted).build();
    }

    /** The jobs of the toolchain in the order of the config, then the commands. */
    private List<JobBuilder> checks() {
        List<JobBuilder> checks = new ArrayList<>();
        for (String word : ci.jobs()) {
            plan.toolchain().ci().stream()
                    .filter(offer -> offer.word().equals(word))
                    .forEach(offer -> checks.add(offer.job().apply(setting)));
        }
        ci.commands().forEach(command -> checks.add(CommandJob.of(plan, command, setting)));
        return checks;
    }

    /** What reads text is worth its seconds whatever has changed: texts above all. */
    private List<JobBuilder> readers() {
        List<JobBuilder> checks = new ArrayList<>();
        if (ci.has(SharedJob.TYPOS)) {
            checks.add(TyposJob.of(setting));
        }
        if (ci.has(SharedJob.GENERATED_FILES)) {
            checks.add(GeneratedFilesJob.of(setting, header));
        }
        return checks;
    }
}
