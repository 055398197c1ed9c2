package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Variant;
import java.util.Map;
import java.util.TreeMap;

/** The job that builds a program only to generate files for the archives, if no build of the release can run it. */
final class GenerateJob {
    private final ReleasePlan plan;
    private final BuildGroup group;
    private final Build build;
    private final Variant variant;

    private GenerateJob(ReleasePlan plan, Expr<String> tag, BuildGroup group) {
        this.plan = plan;
        this.group = group;
        this.build = group.builds().get(0);
        this.variant = BuildArtifacts.variant(plan, group, build, Text.of(tag));
    }

    static Job of(ReleasePlan plan, Released released, BuildGroup group) {
        Uses checkout = released.checkout(plan, plan.toolchain().history());
        return new GenerateJob(plan, released.tag(), group)
                .job(checkout, GeneratedFiles.upload(plan))
                .waitsFor(released.jobs())
                .build();
    }

    /** The same job for a rehearsal of a tag, to be run under conditions. */
    static JobBuilder rehearsal(ReleasePlan plan, BuildGroup group, Expr<String> tag) {
        return new GenerateJob(plan, tag, group)
                .job(Steps.checkout(plan, plan.toolchain().history()), Steps.briefly(GeneratedFiles.upload(plan)));
    }

    /** The same job for trying whether it works. */
    static JobBuilder trial(ReleasePlan plan, BuildGroup group) {
        return new GenerateJob(plan, Github.REF_NAME, group)
                .job(Steps.checkout(plan, plan.toolchain().history()), GeneratedFiles.upload(plan));
    }

    private JobBuilder job(Uses checkout, Uses upload) {
        JobBuilder job = Job.named(group.job())
                .runsOn(RunsOn.label(build.runner()))
                .name("Generate files for the archives")
                .permissions(Permissions.of(Scope.CONTENTS.read("check out the sources")))
                .timeoutMinutes(60);
        group.container().ifPresent(image -> job.container(Steps.container(image)));
        env().forEach((key, value) -> job.env(key, Value.of(value)));
        job.addAll(new BuildTools(plan, group, Expr.text("")).common());
        job.addAll(Steps.sources(group, checkout));
        job.addAll(plan.toolchain().setup(variant));
        build.own().setup().ifPresent(commands -> job.add(Run.script("Prepare the build", commands)));
        job.addAll(plan.toolchain().build(variant));
        job.add(GeneratedFiles.make(plan, group, build));
        job.add(upload);
        return job;
    }

    private Map<String, String> env() {
        Map<String, String> env = new TreeMap<>(group.env());
        env.putAll(build.recipe().env());
        plan.toolchain()
                .versionVariable()
                .ifPresent(variable -> build.own().toolchain().ifPresent(version -> env.put(variable, version)));
        return env;
    }
}
