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
import dev.slipway.plan.Packing;
import dev.slipway.plan.Packing.GeneratedFile;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Cell;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.TagName;
import dev.slipway.toolchain.Ways;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The job whose program makes completions and manuals for every archive: once, for a program that was built for another
 * machine does not run on this one, and so that all archives hold the same files.
 */
final class GenerateJob {
    private final ReleasePlan plan;
    private final BuildGroup group;
    private final Build build;
    private final Cell cell;

    private GenerateJob(ReleasePlan plan, Expr<String> tag, BuildGroup group) {
        this.plan = plan;
        this.group = group;
        this.build = group.builds().get(0);
        this.cell = new Cell(
                Text.of(build.platform()),
                group.os(),
                Text.of(build.recipe().target()),
                group.container().isPresent(),
                new Ways(List.of(build.recipe().way()), Expr.text("")),
                build.own().features().map(features -> Text.of(String.join(",", features))),
                build.own().glibc().map(Expr::text),
                List.copyOf(group.env().keySet()),
                plan.project().name(),
                new TagName(Text.of(tag), plan.tags().prefix()),
                plan.actions());
    }

    static Job of(ReleasePlan plan, Released released, BuildGroup group) {
        Uses checkout = released.checkout(plan, plan.toolchain().history());
        return new GenerateJob(plan, released.tag(), group)
                .job(checkout)
                .needs(released.jobs())
                .build();
    }

    /** The same job, to be run under conditions. */
    static JobBuilder rehearsal(ReleasePlan plan, BuildGroup group) {
        return new GenerateJob(plan, Github.REF_NAME, group)
                .job(Steps.checkout(plan, plan.toolchain().history()));
    }

    private JobBuilder job(Uses checkout) {
        JobBuilder job = Job.named(group.job())
                .name("Make the files that the program generates")
                .runsOn(RunsOn.label(build.runner()))
                .permissions(Permissions.of(Scope.CONTENTS.read("check out the sources")))
                .timeoutMinutes(60);
        group.container().ifPresent(image -> job.container(Steps.container(image)));
        env().forEach((key, value) -> job.env(key, Value.of(value)));
        job.addAll(new BuildTools(plan, group, Expr.text(""), List.of()).common());
        job.addAll(Steps.sources(group, checkout));
        job.addAll(plan.toolchain().setup(cell));
        build.own().setup().ifPresent(commands -> job.add(Run.script("Prepare the build", commands)));
        job.addAll(plan.toolchain().build(cell));
        job.add(Run.script("Make the files", script()));
        job.add(Uses.action("Upload the files", plan.actions().of("actions/upload-artifact"))
                .with("name", Packing.EXTRAS)
                .with("path", Packing.EXTRAS)
                .with("if-no-files-found", "error"));
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

    private String script() {
        List<GeneratedFile> files = plan.packing().generated();
        List<String> lines = new ArrayList<>();
        lines.add("mkdir -p "
                + files.stream()
                        .map(file -> Packing.EXTRAS + "/" + file.path())
                        .map(path -> path.substring(0, path.lastIndexOf('/')))
                        .distinct()
                        .collect(Collectors.joining(" ")));
        for (GeneratedFile file : files) {
            lines.add(file.command().replace("{bin}", program()) + " > " + Packing.EXTRAS + "/" + file.path());
        }
        return String.join("\n", lines);
    }

    /** Where the build leaves the program: beside or below the first thing that it ships. */
    private String program() {
        Shipped shipped = plan.shipped().get(0);
        String entry = plan.toolchain().outputs(cell).get(0).source();
        return entry + shipped.program().substring(shipped.entry().length());
    }
}
