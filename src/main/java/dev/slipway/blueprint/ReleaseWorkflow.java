package dev.slipway.blueprint;

import dev.slipway.model.workflow.Concurrency;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Trigger;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import dev.slipway.model.workflow.WorkflowDispatch;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Hatches;
import dev.slipway.plan.Paths;
import dev.slipway.plan.Release;
import dev.slipway.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workflow that a tag starts: build everything, then publish it. */
final class ReleaseWorkflow {
    /** The version that somebody typed who started the workflow; empty otherwise. */
    static final Expr<String> WANTED = Expr.of("inputs", "version");

    /** The tag that another workflow called this one with; empty otherwise. */
    static final Expr<String> CALLED = Expr.of("inputs", "tag");

    private ReleaseWorkflow() {}

    /** The tag as far as what started the workflow says it; of one that somebody typed a version for, it does not. */
    static Expr<String> named(Release release) {
        if (!release.onCall()) {
            return Github.REF_NAME;
        }
        return release.onlyOnCall() ? CALLED : CALLED.orElse(Github.REF_NAME);
    }

    static Workflow of(ReleasePlan plan, Header header) {
        Released released = Released.of(plan);
        Added added = new Added(plan.hatches());
        List<Job> generators = plan.generatorJob().stream()
                .map(group -> GenerateJob.of(plan, released, group))
                .toList();
        List<Job> builds = new ArrayList<>();
        // the image takes its programs from some of the builds alone, so it does not wait for the others
        List<Job> imaged = new ArrayList<>();
        for (BuildGroup group : plan.groups()) {
            Job build = added.permissions(Hatches.BUILD, BuildJob.of(plan, released, group));
            builds.add(build);
            if (plan.image().filter(image -> image.takesFrom(group)).isPresent()) {
                imaged.add(build);
            }
        }
        List<Job> packed = new ArrayList<>(generators);
        packed.addAll(builds);
        List<Job> made = new ArrayList<>();
        plan.release().sbom().ifPresent(format -> made.add(SbomJob.of(plan, format, released)));
        if (plan.packages().prepared()) {
            made.add(PackageJob.of(plan, released, PackageFile.of(plan, header), packed));
        }
        List<Job> parts = new ArrayList<>(packed);
        parts.addAll(made);

        List<Job> published = new ArrayList<>();
        published.add(added.permissions(Hatches.RELEASE, CreateReleaseJob.of(plan, released, parts)));
        plan.image()
                .ifPresent(image ->
                        published.add(added.permissions(Hatches.DOCKER, DockerJob.of(plan, released, image, imaged))));
        List<Job> jobs = new ArrayList<>(released.jobs());
        jobs.addAll(parts);
        jobs.addAll(published);
        Job visible = published.get(0);
        if (plan.completedLater()) {
            visible = PublishReleaseJob.of(plan, released, published);
            jobs.add(visible);
        }
        jobs.addAll(packages(plan, released, visible));
        jobs.addAll(added.jobs(List.copyOf(jobs), builds, visible));

        Paths paths = plan.project().paths();
        Workflow.Builder workflow = Workflow.named(paths.title("Release"))
                .comment(header.text())
                .on(triggers(plan, jobs))
                .permissions(Permissions.NONE)
                .concurrency(Concurrency.of(Text.format(paths.mark("release") + "-%s", group(plan)), false));
        for (Map.Entry<String, Value> variable : plan.toolchain().env().entrySet()) {
            workflow.env(variable.getKey(), variable.getValue());
        }
        return workflow.shell("bash").jobs(jobs).build();
    }

    /** The jobs that come after the release, when everybody sees it. */
    private static List<Job> packages(ReleasePlan plan, Released released, Job visible) {
        List<Job> needs = new ArrayList<>(released.jobs());
        needs.add(visible);
        List<Job> jobs = new ArrayList<>();
        List<Job> after = plan.release().onCall() ? needs : List.of(visible); // for what to check out
        plan.packages().registry().ifPresent(it -> jobs.add(RegistryJob.of(plan, it, released, after)));
        plan.packages().homebrew().ifPresent(it -> jobs.add(HomebrewJob.of(plan, it, released, needs)));
        plan.packages().winget().ifPresent(it -> jobs.add(WingetJob.of(plan, it, released, needs)));
        return jobs;
    }

    /** The caller stays on one branch for every release; of several that wait, a group keeps only the last. */
    private static Expr<String> group(ReleasePlan plan) {
        return plan.release().onCall() ? named(plan.release()) : Github.REF;
    }

    private static Trigger[] triggers(ReleasePlan plan, List<Job> jobs) {
        List<Trigger> triggers = new ArrayList<>();
        if (plan.release().onTag()) {
            triggers.add(Event.push().tags(plan.tags().patterns()));
        }
        if (plan.release().onPublished()) {
            triggers.add(Event.named("release").types("published"));
        }
        if (plan.release().onDispatch()) {
            triggers.add(new WorkflowDispatch(Map.of("version", version(plan))));
        }
        if (plan.release().onCall()) {
            triggers.add(call(plan, jobs));
        }
        return triggers.toArray(Trigger[]::new);
    }

    private static Input version(ReleasePlan plan) {
        return input("the version to release, such as "
                + (plan.tags().semantic() ? "1.2.3" : plan.tags().example().version())
                + "; the workflow creates its tag");
    }

    /** An environment may have the secrets itself. */
    private static WorkflowCall call(ReleasePlan plan, List<Job> jobs) {
        boolean required = plan.release().environment().isEmpty();
        Map<String, WorkflowCall.Secret> secrets = new LinkedHashMap<>();
        CallerDuties.of(jobs)
                .secrets()
                .forEach(name -> secrets.put(name, new WorkflowCall.Secret(Optional.empty(), required)));
        String tag = plan.tags().example(ImageFacts.VERSION);
        return new WorkflowCall(
                Map.of("tag", input("the tag to release, such as " + tag + "; it must exist")), secrets, Map.of());
    }

    private static Input input(String meaning) {
        return new Input(Optional.of(meaning), "string", true, Optional.empty(), List.of());
    }
}
