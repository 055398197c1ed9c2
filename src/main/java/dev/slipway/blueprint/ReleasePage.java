package dev.slipway.blueprint;

import dev.slipway.graph.JobGraph;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Paths;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RequiredSetting;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Machine;
import dev.slipway.toolchain.SourceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page about the release, as facts: all of them come from the plan and the workflow, so the page stays current.
 *
 * @param config the file that says what a release is
 * @param start what a person does to release
 * @param platforms the words of the targets, in a sentence
 * @param alsoImage what a release creates in addition to the archives, as the end of a sentence; may be empty
 * @param commands what a person types to release, if that is how
 * @param steps what the workflow then does
 * @param firstTime packages that somebody makes public after the first release
 * @param callers a job that calls the workflow, if it can be called
 * @param tags what the tags are, as the begin of a sentence
 * @param tag an example of a tag that starts a release
 * @param prerelease an example of a tag of a prerelease, if versions can have them
 * @param ofPrerelease what such a tag does, as the end of a sentence; a separate sentence if there is none
 * @param verification commands that show where the files are from, if anything does
 * @param ways how people install what was released
 * @param workflow the file of the release workflow
 * @param graph the jobs, drawn for Mermaid
 * @param sourceRules what the sources must keep to
 * @param ofOrganization settings that only an organization has
 * @param images the image, if there is one
 */
public record ReleasePage(
        String header,
        String project,
        String config,
        String start,
        String platforms,
        String alsoImage,
        Optional<String> commands,
        List<String> steps,
        List<PackageAccess> firstTime,
        List<String> callers,
        String tags,
        String pattern,
        String tag,
        List<String> prerelease,
        String ofPrerelease,
        List<String> assets,
        Optional<String> verification,
        List<Way> ways,
        String workflow,
        String graph,
        List<JobRow> jobs,
        List<BuildRow> builds,
        List<BuildSetting> settingsOfBuilds,
        List<String> sourceRules,
        List<ImageFacts> images,
        List<PermissionRow> permissions,
        List<RequiredSetting> settings,
        List<RequiredSetting> ofOrganization,
        List<FileRow> files) {

    private static final String NOTHING = "–";

    /**
     * A way to install what was released.
     *
     * @param words where it works
     */
    public record Way(String words, String command) {}

    /** A job of the release workflow. */
    public record JobRow(String id, String runsOn, String needs, String does) {}

    /** A build, the machine that makes it, and how. */
    public record BuildRow(String platform, String target, String machine, String how) {}

    /** What a build is made with. */
    public record BuildSetting(String words, String value) {}

    /** A permission of a job. */
    public record PermissionRow(String job, String grant, String reason) {}

    /** A file that is part of the release setup. */
    public record FileRow(String path, String does) {}

    static ReleasePage of(ReleasePlan plan, Workflow release, List<ScriptFile> scripts, Header header) {
        String tag = plan.tags().example(ImageFacts.VERSION);
        return new ReleasePage(
                header.text(),
                plan.project().name(),
                header.config(),
                Starting.sentence(plan.release()),
                sentence(plan.builds().map(Build::platform).toList()),
                plan.image()
                        .map(image -> ", and the image " + sentence(image.names()) + " for other images to copy from")
                        .orElse(""),
                Starting.commands(plan, plan.tags().example(Starting.NEXT)),
                ReleaseSteps.of(plan),
                PackageAccess.of(plan),
                Starting.caller(plan, release).stream().toList(),
                plan.release().onTag() ? "Tags that start a release" : "Tags of releases",
                String.join(", ", plan.tags().patterns()),
                tag,
                plan.tags().semantic() ? List.of(plan.tags().example("1.3.0-rc.1")) : List.of(),
                plan.tags().semantic()
                        ? Starting.ofPrerelease(plan)
                        : "There are no prereleases: every tag creates a release.",
                plan.assets(tag),
                Verification.commands(plan, plan.tags().tag(ImageFacts.VERSION)),
                PackageFacts.ways(plan, tag),
                plan.project().paths().release(),
                JobGraph.ofNeeds(release).mermaid(),
                release.jobs().stream().map(job -> row(plan, job)).toList(),
                plan.builds()
                        .map(build -> new BuildRow(
                                build.platform(),
                                build.recipe().target(),
                                machine(build.runner()),
                                build.recipe().how()))
                        .toList(),
                plan.groups().stream().flatMap(ReleasePage::settings).toList(),
                sourceRule(plan).map(SourceRule::reason).stream().toList(),
                plan.image().map(image -> ImageFacts.of(plan, image)).orElse(List.of()),
                release.jobs().stream().flatMap(ReleasePage::permissions).toList(),
                settings(plan, false),
                settings(plan, true),
                files(plan, scripts, header));
    }

    private static List<RequiredSetting> settings(ReleasePlan plan, boolean ofOrganization) {
        return RequiredSetting.of(plan).stream()
                .filter(setting -> setting.ofOrganization() == ofOrganization)
                .filter(setting -> !setting.where().startsWith("Package,"))
                .toList();
    }

    private static Optional<SourceRule> sourceRule(ReleasePlan plan) {
        return plan.toolchain().sourceRule(plan.builds().map(Build::recipe).toList());
    }

    private static JobRow row(ReleasePlan plan, Job job) {
        String needs = job.needs().isEmpty() ? NOTHING : String.join(", ", job.neededIds());
        return plan.groups().stream()
                .filter(group -> group.job().equals(job.id()))
                .findFirst()
                .map(group -> new JobRow(job.id(), runsOn(group), needs, "builds " + platforms(group)))
                .orElseGet(() -> new JobRow(job.id(), machine(job), needs, JobPurpose.of(plan, job)));
    }

    private static String machine(Job job) {
        return job instanceof StepsJob steps
                ? steps.runsOn().labels().stream().map(Text::source).collect(Collectors.joining(", "))
                : "another workflow";
    }

    /** The label of a runner, and its processor if the label does not show it. */
    private static String machine(String runner) {
        return Machine.of(runner)
                .arch()
                .filter(arch -> arch == Arch.AMD64)
                .map(arch -> runner + " (" + arch.llvm() + ")")
                .orElse(runner);
    }

    private static String runsOn(BuildGroup group) {
        String runners = group.builds().stream().map(Build::runner).distinct().collect(Collectors.joining(", "));
        return runners + group.container().map(image -> ", in " + image).orElse("");
    }

    private static String platforms(BuildGroup group) {
        return sentence(group.builds().stream().map(Build::platform).toList());
    }

    private static Stream<BuildSetting> settings(BuildGroup group) {
        List<BuildSetting> settings = new ArrayList<>();
        if (!group.packages().isEmpty()) {
            settings.add(new BuildSetting(
                    "Packages for every " + group.os().title() + " build", String.join(" ", group.packages())));
        }
        for (Build build : group.builds()) {
            if (!build.recipe().packages().isEmpty()) {
                settings.add(new BuildSetting(
                        "Packages for " + build.platform(),
                        String.join(" ", build.recipe().packages())));
            }
            new TreeMap<>(build.recipe().env())
                    .forEach((name, value) ->
                            settings.add(new BuildSetting("Set for " + build.platform(), name + "=" + value)));
        }
        return settings.stream();
    }

    private static Stream<PermissionRow> permissions(Job job) {
        return job.permissions().stream()
                .flatMap(permissions -> permissions.grants().stream())
                .map(grant -> new PermissionRow(job.id(), grant.scope().name() + ": " + grant.level(), grant.reason()));
    }

    private static List<FileRow> files(ReleasePlan plan, List<ScriptFile> scripts, Header header) {
        Paths paths = plan.project().paths();
        List<FileRow> files = new ArrayList<>();
        files.add(new FileRow(header.config(), "the config that the workflows and this page are generated from"));
        plan.page()
                .flatMap(page -> page.intro())
                .ifPresent(intro -> files.add(new FileRow(intro, "the text at the top of this page")));
        files.add(new FileRow(paths.release(), "the release workflow"));
        plan.ci()
                .ifPresent(ci -> files.add(new FileRow(paths.ci(), "the CI workflow: tests pushes and pull requests")));
        plan.image().ifPresent(image -> {
            image.variants()
                    .forEach(variant -> files.add(new FileRow(
                            paths.dockerfile(variant),
                            variant.suffix().isEmpty()
                                    ? "how the image is built"
                                    : "how its variant " + variant.name() + " is built")));
            image.variants().stream()
                    .map(paths::dockerignore)
                    .distinct()
                    .forEach(
                            path -> files.add(
                                    new FileRow(
                                            path,
                                            image.contents().files().isEmpty()
                                                    ? "excludes all files from the main build context"
                                                    : "excludes all files from the main build context, except those the image copies")));
        });
        scripts.forEach(script -> files.add(new FileRow(script.path(), "a script that the workflow runs")));
        sourceRule(plan).ifPresent(rule -> files.add(new FileRow(rule.file(), rule.does())));
        files.addAll(PackageFacts.files(PackageFile.of(plan, header)));
        return files;
    }

    /** {@code a, b and c}. */
    static String sentence(List<String> words) {
        return listed(words, " and ");
    }

    static String listed(List<String> words, String join) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + join + words.get(last);
    }
}
