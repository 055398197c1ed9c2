package dev.slipway.blueprint;

import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
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
    /** What stands for the tag where there is none. */
    private static final String REHEARSED = "untagged";

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
        BuildJob job = new BuildJob(plan, group);
        return job.job(Text.of(Github.REF_NAME)).add(job.upload()).build();
    }

    /** The same job for trying whether a release can be built: what it packs goes nowhere. */
    static JobBuilder rehearsal(ReleasePlan plan, BuildGroup group) {
        return new BuildJob(plan, group).job(Text.of(REHEARSED));
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

    private Cell cell() {
        return new Cell(
                rows.getOptional(Row::target),
                group.container().isPresent(),
                plan.project().name(),
                plan.actions());
    }

    private JobBuilder job(Text tag) {
        Cell cell = cell();
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
        return job.add(pack(tag));
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

    private Run pack(Text tag) {
        Run pack = Run.script("Pack", Scripts.read("package"))
                .env("ARCHIVE", archive(tag))
                .env("PROGRAMS", Text.lines(plan.toolchain().outputs(cell())));
        return plan.include().isEmpty() ? pack : pack.env("INCLUDE", String.join("\n", plan.include()));
    }

    private Text archive(Text tag) {
        return Steps.archive(plan, tag, platform, cell().target());
    }

    private Uses upload() {
        Text archive = archive(Text.of(Github.REF_NAME));
        return Uses.action("Upload the archive", plan.actions().of("actions/upload-artifact"))
                .with("name", Steps.artifact(plan, Text.of(platform)))
                .with("path", Text.of(Steps.DIST + "/").plus(archive).plus(Text.of(ArchiveTemplate.SUFFIX)))
                .with("if-no-files-found", "error")
                .with("compression-level", Value.of(0));
    }
}
