package dev.slipway.blueprint;

import dev.slipway.blueprint.BuildRows.Row;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Rows;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.TagName;
import dev.slipway.toolchain.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The job that builds everything that one kind of machine can build, a variant for each platform, and hands it over. */
final class BuildJob {
    private static final String KEEPS = "Artifacts keep neither file modes nor symbolic links.";

    /** What stands for the tag if there is none. */
    private static final String UNTAGGED = "untagged";

    private final ReleasePlan plan;
    private final BuildGroup group;
    private final BuildRows matrix;
    private final Rows<Row> rows;
    private final Variant variant;

    private BuildJob(ReleasePlan plan, BuildGroup group, Text tag) {
        this.plan = plan;
        this.group = group;
        this.matrix = new BuildRows(plan, group);
        this.rows = matrix.rows();
        this.variant = new Variant(
                Text.of(matrix.platform()),
                group.os(),
                matrix.target(),
                group.container().isPresent(),
                matrix.methods(),
                matrix.chosenFeatures(),
                matrix.glibc(),
                variables(),
                plan.project().name(),
                new TagName(tag, plan.tags().prefix()),
                plan.actions());
    }

    static StepsJob of(ReleasePlan plan, Released released, BuildGroup group) {
        BuildJob build = new BuildJob(plan, group, Text.of(released.tag()));
        JobBuilder job = build.job(released.jobs());
        boolean first = released.job().isEmpty();
        if (first) {
            job.add(Steps.checkTag(plan, group));
        }
        build.install(job);
        if (first && group.container().isPresent()) {
            job.add(Steps.checkUnreleased());
        }
        build.add(job, released.checkout(plan, plan.toolchain().history()));
        return job.addAll(build.uploads()).build();
    }

    /** The same job for a rehearsal of a tag, to be run under conditions: it hands over what it builds. */
    static JobBuilder rehearsal(ReleasePlan plan, BuildGroup group, Expr<String> tag) {
        BuildJob build = new BuildJob(plan, group, Text.of(tag));
        return build.untagged()
                .addAll(build.uploads().stream().map(Steps::briefly).toList());
    }

    /** The same job for trying whether a release can be built: what it builds goes nowhere. */
    static JobBuilder trial(ReleasePlan plan, BuildGroup group) {
        BuildJob build = new BuildJob(plan, group, Text.of(UNTAGGED));
        return build.untagged()
                .add(Run.script("Check that all files were built", Scripts.read("check-built"))
                        .env("FILES", Text.lines(build.artifacts().paths(build.variant))));
    }

    /** The job without the steps that look at the tag and at what is published. */
    private JobBuilder untagged() {
        JobBuilder job = job(List.of());
        install(job);
        add(job, Steps.checkout(plan, plan.toolchain().history()));
        return job;
    }

    private BuildArtifacts artifacts() {
        return new BuildArtifacts(plan, group);
    }

    private List<Uses> uploads() {
        List<Uses> uploads = new ArrayList<>();
        generator().ifPresent(generator -> {
            Uses extras = GeneratedFiles.upload(plan);
            uploads.add(only(generator).map(extras::when).orElse(extras));
        });
        uploads.add(upload());
        return uploads;
    }

    private Uses upload() {
        return Uses.action("Upload the programs", plan.actions().of("actions/upload-artifact"))
                .with("name", Steps.artifact(plan, Text.of(matrix.platform())))
                .with("path", Text.lines(artifacts().paths(variant)))
                .with("if-no-files-found", "error");
    }

    /** The build whose program generates files for all archives, if it is one of these. */
    private Optional<Build> generator() {
        return plan.generator()
                .filter(it -> plan.generatorIsReleased())
                .map(it -> it.builds().get(0))
                .filter(group.builds()::contains);
    }

    private Optional<Expr<Boolean>> only(Build build) {
        return group.builds().size() == 1
                ? Optional.empty()
                : Optional.of(matrix.platform().eq(build.platform()));
    }

    private List<String> variables() {
        return Stream.concat(
                        Stream.of(group.env()),
                        group.builds().stream().map(build -> build.own().env()))
                .flatMap(env -> env.keySet().stream())
                .distinct()
                .toList();
    }

    private JobBuilder job(List<Job> before) {
        JobBuilder job = Job.named(group.job())
                .runsOn(runsOn())
                .name(Text.format("Build %s", matrix.platform()))
                .needs(before)
                .permissions(Permissions.of(Scope.CONTENTS.read("check out the sources")))
                .timeoutMinutes(60)
                .matrix(rows.matrix());
        if (group.builds().stream().anyMatch(build -> build.own().experimental())) {
            job.continueOnError(rows.get(Row.EXPERIMENTAL));
        }
        group.container().ifPresent(image -> job.container(Steps.container(image)));
        env().forEach(job::env);
        return job;
    }

    private void install(JobBuilder job) {
        job.addAll(new BuildTools(plan, group, rows.get(Row.PACKAGES)).steps());
    }

    private void add(JobBuilder job, Uses checkout) {
        job.addAll(Steps.sources(group, checkout));
        ownVariables().ifPresent(job::add);
        job.addAll(plan.toolchain().setup(variant));
        setup().ifPresent(job::add);
        job.addAll(plan.toolchain().build(variant));
        generator().ifPresent(build -> {
            Run make = GeneratedFiles.make(plan, group, build);
            job.add(only(build).map(make::when).orElse(make));
        });
        plan.shipped().stream().filter(Shipped::folder).forEach(shipped -> job.add(wrap(shipped)));
        artifacts().wrapped(variant).ifPresent(tar -> job.add(wrap(tar)));
    }

    private Run wrap(Text tar) {
        String patterns = String.join(" ", artifacts().left());
        return Run.script("Put the other files into a tar file", "tar --create --file=\"$TAR\" " + patterns)
                .comment(KEEPS)
                .env("TAR", tar);
    }

    private Run wrap(Shipped shipped) {
        Text folder = plan.toolchain().outputs(variant).get(plan.shipped().indexOf(shipped));
        return Run.script(
                        "Put " + shipped.entry() + " into a tar file",
                        "tar --create --file=\"$FOLDER.tar\" --directory=\"${FOLDER%/*}\" \"${FOLDER##*/}\"")
                .comment(KEEPS)
                .env("FOLDER", folder);
    }

    private RunsOn runsOn() {
        return matrix.differ(Build::runner)
                ? RunsOn.label(rows.get(Row.RUNNER))
                : RunsOn.label(group.builds().get(0).runner());
    }

    /** Each variable of a recipe names its target, so it does no harm to the other rows. */
    private Map<String, Value> env() {
        Map<String, Value> env = new TreeMap<>(matrix.version());
        group.env().forEach((key, value) -> env.put(key, Value.of(value)));
        group.builds().forEach(build -> build.recipe().env().forEach((key, value) -> env.put(key, Value.of(value))));
        return env;
    }

    /** What one variant has must not reach the others, if an empty value may mean something. */
    private Optional<Run> ownVariables() {
        if (group.builds().stream().allMatch(build -> build.own().env().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(Run.script("Set the variables of the target", "echo \"$VARIABLES\" >> \"$GITHUB_ENV\"")
                .when(rows.get(Row.ENV).ne(""))
                .env("VARIABLES", rows.get(Row.ENV)));
    }

    private Optional<Run> setup() {
        Optional<String> common = group.builds().get(0).own().setup();
        if (matrix.differ(build -> build.own().setup())) {
            return Optional.of(Run.script("Prepare the build", "bash -euo pipefail -c \"$SETUP\"")
                    .when(rows.get(Row.SETUP).ne(""))
                    .env("SETUP", rows.get(Row.SETUP)));
        }
        return common.map(commands -> Run.script("Prepare the build", commands));
    }
}
