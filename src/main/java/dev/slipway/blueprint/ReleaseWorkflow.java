package dev.slipway.blueprint;

import dev.slipway.model.workflow.Concurrency;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Hatches;
import dev.slipway.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The workflow that a tag starts: build everything, then publish it. */
final class ReleaseWorkflow {
    private ReleaseWorkflow() {}

    static Workflow of(ReleasePlan plan, Header header) {
        Added added = new Added(plan.hatches());
        List<Job> generators = plan.generator().stream()
                .map(group -> GenerateJob.of(plan, group))
                .toList();
        List<Job> builds = new ArrayList<>();
        // the image takes its programs from some of the builds alone, so it does not wait for the others
        List<Job> imaged = new ArrayList<>();
        for (BuildGroup group : plan.groups()) {
            Job build = added.permissions(Hatches.BUILD, BuildJob.of(plan, group, generators));
            builds.add(build);
            if (plan.image().filter(image -> image.takesFrom(group)).isPresent()) {
                imaged.add(build);
            }
        }

        Map<String, Job> others = new LinkedHashMap<>();
        others.put(Hatches.RELEASE, added.permissions(Hatches.RELEASE, CreateReleaseJob.of(plan, builds)));
        plan.image()
                .ifPresent(image -> others.put(
                        Hatches.DOCKER, added.permissions(Hatches.DOCKER, DockerJob.of(plan, image, imaged))));
        List<Job> jobs = new ArrayList<>(generators);
        jobs.addAll(builds);
        jobs.addAll(others.values());
        jobs.addAll(added.jobs(builds, others));

        Workflow.Builder workflow = Workflow.named("Release")
                .comment(header.text())
                .on(Event.push().tags(plan.tags().patterns()))
                .permissions(Permissions.NONE)
                .concurrency(Concurrency.of(Text.format("release-%s", Github.REF), false));
        for (Map.Entry<String, Value> variable : plan.toolchain().env().entrySet()) {
            workflow.env(variable.getKey(), variable.getValue());
        }
        return workflow.shell("bash").jobs(jobs).build();
    }
}
