package dev.slipway.blueprint;

import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Rows;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.ArchiveTemplate;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Cell;
import dev.slipway.toolchain.Scripts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The job that builds and packs everything for one operating system, a variant for each platform. */
final class BuildJob {
    private final ReleasePlan plan;
    private final BuildGroup group;
    private final Rows<Row> rows;
    private final Expr<String> platform;

    private BuildJob(ReleasePlan plan, BuildGroup group) {
        this.plan = plan;
        this.group = group;
        this.rows = Rows.of(group.builds().stream().map(this::row).toList());
        this.platform = rows.get(Row::platform);
    }

    static Job of(ReleasePlan plan, BuildGroup group) {
        return new BuildJob(plan, group).job();
    }

    /**
     * A variant of the job.
     *
     * @param platform the word in the name of the archive
     * @param target what the toolchain calls it, where that is another word
     * @param runner where the variants do not share one
     * @param packages what this variant needs beyond what all need
     */
    record Row(String platform, Optional<String> target, Optional<String> runner, Optional<String> packages) {}

    private Row row(Build build) {
        String target = build.recipe().target();
        List<String> packages = build.recipe().packages();
        return new Row(
                build.platform(),
                target.equals(build.platform()) ? Optional.empty() : Optional.of(target),
                runners().size() == 1 ? Optional.empty() : Optional.of(build.runner()),
                packages.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", packages)));
    }

    private Set<String> runners() {
        return group.builds().stream().map(Build::runner).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Job job() {
        Cell cell = new Cell(
                rows.getOptional(Row::target),
                group.container().isPresent(),
                plan.project().name(),
                plan.actions());
        JobBuilder job = Job.named(group.job())
                .name(Text.format("Build %s", platform))
                .runsOn(runsOn())
                .permissions(Permissions.of(Scope.CONTENTS.read("check out the sources")))
                .timeoutMinutes(60)
                .matrix(rows.matrix());
        group.container().ifPresent(image -> job.container(container(image)));
        env().forEach((key, value) -> job.env(key, Value.of(value)));

        job.addAll(new BuildTools(plan, group, rows.getOptional(Row::packages)).steps());
        job.add(Steps.checkout(plan, plan.toolchain().history()));
        if (group.container().isPresent()) {
            job.add(Run.script("Trust the work tree", "git config --global --add safe.directory \"$GITHUB_WORKSPACE\"")
                    .comment("In a container it belongs to another user, and git refuses to read it."));
        }
        job.addAll(plan.toolchain().setup(cell));
        job.add(plan.toolchain().build(cell));
        pack(job, cell);
        return job.build();
    }

    /** What pins images by digest for safety is told that this one moves on purpose. */
    private static Container container(String image) {
        return image.contains("@sha256:")
                ? Container.image(image)
                : Container.image(image, "zizmor: ignore[unpinned-images] security fixes move the tag");
    }

    private RunsOn runsOn() {
        return runners().size() == 1
                ? RunsOn.label(runners().iterator().next())
                : RunsOn.label(rows.getOptional(Row::runner));
    }

    /** Each variable of a recipe names its target, so it does no harm to the other rows. */
    private Map<String, String> env() {
        Map<String, String> env = new TreeMap<>(group.env());
        group.builds().forEach(build -> env.putAll(build.recipe().env()));
        return env;
    }

    private void pack(JobBuilder job, Cell cell) {
        Text archive = Steps.archive(plan, platform, cell.target());
        Run pack = Run.script("Pack", Scripts.read("package"))
                .env("ARCHIVE", archive)
                .env("PROGRAMS", Text.lines(plan.toolchain().outputs(cell)));
        job.add(plan.include().isEmpty() ? pack : pack.env("INCLUDE", String.join("\n", plan.include())));
        job.add(Uses.action("Upload the archive", plan.actions().of("actions/upload-artifact"))
                .with("name", Steps.artifact(plan, Text.of(platform)))
                .with("path", Text.of(Steps.DIST + "/").plus(archive).plus(Text.of(ArchiveTemplate.SUFFIX)))
                .with("if-no-files-found", "error")
                .with("compression-level", Value.of(0)));
    }
}
