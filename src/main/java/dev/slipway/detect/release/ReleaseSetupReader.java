package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundSums;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.detect.publish.BuiltFirst;
import dev.slipway.detect.publish.CratePublishing;
import dev.slipway.detect.publish.Environments;
import dev.slipway.detect.publish.HiddenImages;
import dev.slipway.detect.publish.ListedStep;
import dev.slipway.detect.publish.OtherServers;
import dev.slipway.detect.publish.Provenance;
import dev.slipway.detect.publish.PublishingKeys;
import dev.slipway.detect.publish.PublishingSteps;
import dev.slipway.detect.publish.Reason;
import dev.slipway.detect.publish.UncoveredSteps;
import dev.slipway.detect.upload.OpenUpload;
import dev.slipway.detect.upload.OpenUploads;
import dev.slipway.detect.workflow.Builds;
import dev.slipway.detect.workflow.ChecksumStep;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.FoundTests;
import dev.slipway.detect.workflow.HandedOut;
import dev.slipway.detect.workflow.JavaFlags;
import dev.slipway.detect.workflow.KeptArtifacts;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.detect.workflow.ReleaseTools;
import dev.slipway.detect.workflow.TagEnds;
import dev.slipway.detect.workflow.TestSetup;
import dev.slipway.detect.workflow.Triggers;
import dev.slipway.detect.workflow.Uploads;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Shell;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts together how a repository releases today, from its workflows and from the files of release tools.
 *
 * @param releasing the workflows that release, the nearest to what people get first
 * @param tagPrefix what a Git tag has before the version
 */
public record ReleaseSetupReader(
        RepositoryFiles files,
        List<ExistingWorkflow> workflows,
        Optional<ExistingWorkflow> chosen,
        List<ExistingWorkflow> releasing,
        String tagPrefix) {
    /**
     * How a repository releases.
     *
     * @param workflows all that it has
     * @param chosen the one that was asked for
     * @param tagPrefix what a Git tag has before the version
     * @param drafts whether GoReleaser, if it releases, leaves a draft
     */
    public static ReleaseSetup of(
            RepositoryFiles files,
            List<ExistingWorkflow> workflows,
            Optional<ExistingWorkflow> chosen,
            String tagPrefix,
            boolean drafts) {
        return new ReleaseSetupReader(files, workflows, chosen, releasing(files, workflows, chosen), tagPrefix)
                .read(drafts);
    }

    /** The nearest to what people get first; what only others call is seen with them. */
    private static List<ExistingWorkflow> releasing(
            RepositoryFiles files, List<ExistingWorkflow> workflows, Optional<ExistingWorkflow> chosen) {
        if (chosen.isPresent()) {
            return List.of(chosen.get());
        }
        List<ExistingWorkflow> all =
                workflows.stream().filter(ExistingWorkflow::releases).toList();
        List<ExistingWorkflow> started =
                all.stream().filter(workflow -> !workflow.onlyCalled()).toList();
        List<ExistingWorkflow> some = started.isEmpty() ? all : started;
        return some.size() < 2
                ? some
                : some.stream()
                        .sorted(Comparator.comparing(ExistingWorkflow::early)
                                .thenComparing(ExistingWorkflow::distance)
                                .thenComparing(workflow -> -platforms(workflow, files)))
                        .toList();
    }

    /** Of two that a tag starts, one may be for a smaller part of the project. */
    private static int platforms(ExistingWorkflow workflow, RepositoryFiles files) {
        return (int) workflow.jobs().stream()
                .flatMap(job -> Builds.of(job, files, Set.of()).stream())
                .map(FoundTarget::triple)
                .distinct()
                .count();
    }

    private ReleaseSetup read(boolean drafts) {
        ReleaseTools tools = new ReleaseTools(files);
        Map<String, Fact<String>> publishing = new LinkedHashMap<>(PublishingKeys.of(releasing, files));
        boolean kept = Optional.ofNullable(publishing.get("release.draft"))
                .map(draft -> draft.value().equals("keep"))
                .orElse(drafts && publishers().stream().map(Fact::value).allMatch(ReleaseStep::byGoReleaser));
        Takeover triggers = new Triggers(workflows, releasing, tools.found(), tools.proposing(), kept).read();
        Optional<String> tagging = Triggers.tagging(triggers);
        taken().flatMap(workflow -> CratePublishing.of(workflow, files).stream())
                .filter(found -> !isIn(tagging, found))
                .findFirst()
                .ifPresent(found -> publishing.putAll(found.value().keys(found.from())));
        BuildingWorkflows building = new BuildingWorkflows(files, building());
        List<Fact<String>> publishers = publishers();
        HandedDockerfiles handed = new HandedDockerfiles(files, workflows);
        FoundImages images = new ReleaseImages(files, imaging(), tagPrefix, handed).read();
        triggers = triggers.and(handed.takeover())
                .and(betweenReleases())
                .and(loggedIn())
                .and(javaFlags())
                .and(TagEnds.of(taken().toList()))
                .and(Environments.of(taken().toList()))
                .and(KeptArtifacts.fetched(
                        workflows,
                        releasing.stream().filter(workflow -> !workflow.early()).toList()));
        return new ReleaseSetup(
                publishers,
                tools.found(),
                building.tags().or(() -> new BuildingWorkflows(files, followed()).tags()),
                building.targets(),
                building.machines(),
                released(),
                open(),
                images,
                building.container(),
                building.packages(),
                FoundTests.of(workflows),
                checksums(),
                publishing,
                untold(new TestSetup(workflows)),
                publishers.isEmpty()
                        ? triggers.and(new OtherCi(files).takeover())
                                .and(new ScriptsByHand(files).takeover())
                                .and(KeptArtifacts.of(workflows))
                                .and(KeptArtifacts.byHand(workflows))
                        : triggers.and(KeptArtifacts.besides(
                                workflows,
                                released().stream()
                                        .map(file -> file.value().name())
                                        .collect(Collectors.toSet()))),
                images.names().isEmpty() ? uncovered(tagging) : JibImages.without(uncovered(tagging)));
    }

    /** What Gradle and Maven get, in a repository that they build. */
    private Takeover javaFlags() {
        boolean java = BuildingWorkflows.isJava(files);
        return java
                ? JavaFlags.of(building().stream()
                        .filter(workflow -> !workflow.early())
                        .toList())
                : Takeover.NONE;
    }

    /** Those whose end starts the one that releases. */
    private List<ExistingWorkflow> followed() {
        return workflows.stream()
                .filter(other -> releasing.stream().limit(1).anyMatch(workflow -> workflow.follows(other)))
                .toList();
    }

    private static boolean isIn(Optional<String> file, Fact<?> fact) {
        return file.filter(name -> fact.from().startsWith(name + ":")).isPresent();
    }

    /** Those that go when the new release comes, without the jobs that dist writes by its config. */
    private Stream<ExistingWorkflow> taken() {
        return releasing.stream()
                .filter(workflow -> !workflow.early())
                .map(workflow -> isOwn(workflow) ? workflow : workflow.with(job -> !DistImport.writes(job, workflow)));
    }

    /** Whether dist did not write this workflow; the config of dist names the uploads of one that it wrote. */
    private static boolean isOwn(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .flatMap(job -> ReleaseStep.of(job).stream())
                .noneMatch(DistImport.HOST::equals);
    }

    /**
     * All that no config stands for, of the workflow that was asked for; of others, by what people lose something.
     *
     * @param kept the file that goes on making tags, with all its other steps; what it signs today is no longer released
     */
    private List<Fact<ListedStep>> uncovered(Optional<String> kept) {
        return chosen.map(workflow -> UncoveredSteps.of(workflow, files)).orElseGet(() -> {
            List<Fact<ListedStep>> steps = taken().flatMap(workflow -> PublishingSteps.of(workflow).stream())
                    .filter(step -> !isIn(kept, step) || step.value().reason().has(Reason.Kind.SIGNATURE))
                    .toList();
            Set<String> places = steps.stream().map(Fact::from).collect(Collectors.toSet());
            Stream<Fact<ListedStep>> sent = Stream.concat(
                            taken().flatMap(workflow -> OtherServers.of(workflow).stream())
                                    .filter(step -> !isIn(kept, step)),
                            staying().flatMap(workflow -> OtherServers.staying(workflow).stream()))
                    .filter(step -> !places.contains(step.from()));
            Stream<Fact<ListedStep>> first = taken().flatMap(workflow -> BuiltFirst.of(workflow).stream())
                    .filter(step -> !places.contains(step.from()));
            Stream<Fact<ListedStep>> images = imaging().stream()
                    .filter(workflow -> !workflow.early())
                    .flatMap(workflow -> HiddenImages.of(workflow, files).stream());
            return Stream.of(first, steps.stream(), sent, images)
                    .flatMap(found -> found)
                    .distinct()
                    .toList();
        });
    }

    /** Those that a tag starts as well, and that release nothing on GitHub. */
    private Stream<ExistingWorkflow> staying() {
        return workflows.stream()
                .filter(workflow -> !workflow.releases()
                        && !workflow.early()
                        && !workflow.tags().isEmpty());
    }

    /** The files of the workflows that people get. */
    private List<Fact<ReleasedFile>> released() {
        Map<String, Fact<ReleasedFile>> found = new LinkedHashMap<>();
        uploading().forEach(workflow -> {
            HandedOut packed = new HandedOut(workflow.jobs(), files, Set.of());
            Uploads.of(workflow.jobs())
                    .forEach(file ->
                            found.putIfAbsent(file.value().name(), file.map(one -> one.holding(packed.contents(one)))));
        });
        releasing.forEach(workflow -> Provenance.of(workflow)
                .forEach(file -> found.putIfAbsent(file.value().name(), file)));
        return List.copyOf(found.values());
    }

    /** What they upload in addition to these; two steps may upload the same, one of them for prereleases. */
    private List<Fact<OpenUpload>> open() {
        Set<String> known = GoReleaser.FILES.stream().anyMatch(files::has) ? Set.of("goreleaser") : Set.of();
        return distinct(uploading()
                .filter(ReleaseSetupReader::isOwn)
                .flatMap(workflow -> OpenUploads.of(workflow.jobs(), known, this::isFollowed).stream())
                .toList());
    }

    private boolean isFollowed(Command command) {
        return Shell.follows(command, path -> files.read(path).map(SourceText::text));
    }

    /** The nearest workflow that uploads files, and all as near: there may be one for each system. */
    private Stream<ExistingWorkflow> uploading() {
        List<ExistingWorkflow> all = releasing.stream()
                .filter(workflow -> !Uploads.of(workflow.jobs()).isEmpty())
                .toList();
        return all.stream()
                .takeWhile(workflow -> workflow.distance() == all.get(0).distance());
    }

    /** What makes releases, once for each workflow. */
    private List<Fact<String>> publishers() {
        return releasing.stream()
                .flatMap(workflow -> distinct(each(List.of(workflow), job -> ReleaseStep.of(job).stream())).stream())
                .toList();
    }

    /** What a tag, a release or a test starts may do more than was seen. */
    private List<Finding> untold(TestSetup tests) {
        Stream<ExistingWorkflow> releasing = workflows.stream()
                .filter(workflow -> chosen.isEmpty())
                .filter(workflow -> workflow.releases() || workflow.distance() <= ExistingWorkflow.BY_RELEASE);
        return Stream.of(releasing, chosen.stream(), tests.main().stream())
                .flatMap(some -> some)
                .flatMap(workflow -> workflow.run().untold().stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** Those that release, and those that a tag, a release or the end of its workflow starts to push an image. */
    private List<ExistingWorkflow> imaging() {
        Stream<ExistingWorkflow> others = workflows.stream()
                .filter(workflow -> chosen.isEmpty() && !releasing.contains(workflow))
                .filter(workflow -> workflow.distance() <= ExistingWorkflow.BY_RELEASE
                        || releasing.stream().anyMatch(workflow::follows))
                .filter(workflow -> workflow.jobs().stream()
                        .anyMatch(
                                job -> ImageNames.pushing(job, files).findAny().isPresent()
                                        || !ImageNames.of(job, files).isEmpty()));
        return Stream.concat(releasing.stream(), others).toList();
    }

    /** A workflow that pushes the image of a release may push one for each change, too. */
    private Takeover betweenReleases() {
        List<Takeover.Open> open = imaging().stream()
                .filter(workflow -> !workflow.releases() && workflow.distance() == 0)
                .filter(workflow -> !workflow.branches().isEmpty() && !workflow.pullRequests())
                .map(workflow -> new Takeover.Open(
                        "docker",
                        "'" + workflow.file() + "' also starts for '"
                                + String.join("', '", workflow.branches())
                                + "': if it pushes an image then, keep that part, for a release only pushes the tags of"
                                + " versions"))
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    /** A workflow that tags start logs in to a registry only to push, even if that was not seen. */
    private Takeover loggedIn() {
        List<ExistingWorkflow> seen = imaging();
        List<Takeover.Open> open = staying()
                .filter(workflow -> chosen.isEmpty() && !seen.contains(workflow))
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(job -> job.steps().stream()
                        .noneMatch(step -> step.action().contains("goreleaser"))) // whose config names its images
                .flatMap(job -> job.steps().stream())
                .filter(ReleaseSetupReader::logsIn)
                .map(step -> new Takeover.Open(
                        "docker",
                        "a step logs in to a registry, but no image was found that its job pushes: if it pushes one for a"
                                + " release, name it in 'docker.image' and remove that; from " + step.place()))
                .distinct()
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    private static boolean logsIn(DryStep step) {
        return step.action().equals("docker/login-action")
                || step.commands().stream()
                        .anyMatch(command -> command.program().matches("docker|podman|buildah")
                                && command.arguments().contains("login"));
    }

    /** What each job of a releasing workflow says, with the place. */
    private <T> List<Fact<T>> each(Function<DryRow, Stream<T>> question) {
        return each(releasing, question);
    }

    static <T> List<Fact<T>> each(List<ExistingWorkflow> some, Function<DryRow, Stream<T>> question) {
        return some.stream()
                .flatMap(workflow -> workflow.jobs().stream()
                        .flatMap(job -> question.apply(job)
                                .map(answer -> new Fact<>(answer, job.place() + " jobs." + job.id()))))
                .toList();
    }

    static <T> List<Fact<T>> distinct(List<Fact<T>> facts) {
        Map<T, Fact<T>> first = new LinkedHashMap<>();
        facts.forEach(fact -> first.putIfAbsent(fact.value(), fact));
        return List.copyOf(first.values());
    }

    /** Those that release; without one, those that build what people publish by hand. */
    private List<ExistingWorkflow> building() {
        if (!releasing.isEmpty()) {
            return releasing;
        }
        List<ExistingWorkflow> building =
                workflows.stream().filter(ExistingWorkflow::onlyBuilds).toList();
        return !building.isEmpty()
                ? building
                : workflows.stream()
                        .filter(KeptArtifacts::areBuiltIn)
                        .filter(workflow -> platforms(workflow, files) > 1)
                        .sorted(Comparator.comparing(workflow -> -platforms(workflow, files)))
                        .toList();
    }

    private Optional<Fact<FoundSums>> checksums() {
        List<Fact<FoundSums>> found = distinct(each(job -> ChecksumStep.of(job).stream()));
        boolean both =
                found.stream().map(fact -> fact.value().style()).distinct().count() > 1;
        Optional<String> file =
                found.stream().flatMap(fact -> fact.value().file().stream()).findFirst();
        return found.stream()
                .findFirst()
                .map(first -> first.map(sums -> new FoundSums(both ? "both" : sums.style(), file)));
    }
}
