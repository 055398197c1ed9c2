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
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Os;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The workflow that a tag starts: build everything, then publish it. */
final class ReleaseWorkflow {
    private ReleaseWorkflow() {}

    static Workflow of(ReleasePlan plan, Header header) {
        Map<BuildGroup, Job> builds = new LinkedHashMap<>();
        plan.groups().forEach(group -> builds.put(group, BuildJob.of(plan, group)));

        List<Job> jobs = new ArrayList<>(builds.values());
        jobs.add(CreateReleaseJob.of(plan, List.copyOf(builds.values())));
        plan.image().ifPresent(image -> jobs.add(DockerJob.of(plan, image, linux(builds))));

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

    /** The image takes its programs from the Linux builds alone, so it does not wait for the others. */
    private static List<Job> linux(Map<BuildGroup, Job> builds) {
        return builds.entrySet().stream()
                .filter(entry -> entry.getKey().os() == Os.LINUX)
                .map(Map.Entry::getValue)
                .toList();
    }
}
