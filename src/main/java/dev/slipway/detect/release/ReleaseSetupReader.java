package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundSums;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.detect.image.DockerFeatures;
import dev.slipway.detect.image.DockerInstruction;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.detect.jvm.PushingBuilds;
import dev.slipway.detect.publish.BuiltFirst;
import dev.slipway.detect.publish.CratePublishing;
import dev.slipway.detect.publish.Environments;
import dev.slipway.detect.publish.HiddenImages;
import dev.slipway.detect.publish.HiddenRelease;
import dev.slipway.detect.publish.ListedStep;
import dev.slipway.detect.publish.OtherServers;
import dev.slipway.detect.publish.Provenance;
import dev.slipway.detect.publish.PublishingKeys;
import dev.slipway.detect.publish.PublishingSteps;
import dev.slipway.detect.publish.Reason;
import dev.slipway.detect.publish.UncoveredSteps;
import dev.slipway.detect.upload.OpenUpload;
import dev.slipway.detect.upload.OpenUploads;
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
import dev.slipway.shell.Command;
import dev.slipway.shell.Shell;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
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
 * @param tagPrefix what a Git tag has before the version
 */
public record ReleaseSetupReader(RepositoryFiles files, WorkflowRoles roles, String tagPrefix) {
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
        return new ReleaseSetupReader(files, WorkflowRoles.of(files, workflows, chosen), tagPrefix).read(drafts);
    }

    private ReleaseSetup read(boolean drafts) {
        ReleaseTools tools = new ReleaseTools(files);
        Map<String, Fact<String>> publishing = new LinkedHashMap<>(PublishingKeys.of(roles.releasing(), files));
        boolean kept = Optional.ofNullable(publishing.get("release.draft"))
                .map(draft -> draft.value().equals("keep"))
                .orElse(drafts && publishers().stream().map(Fact::value).allMatch(ReleaseStep::byGoReleaser));
        Takeover triggers =
                new Triggers(roles.workflows(), roles.releasing(), tools.found(), tools.proposing(), kept).read();
        Optional<String> tagging = Triggers.tagging(triggers);
        roles.taken()
                .flatMap(workflow -> CratePublishing.of(workflow, files).stream())
                .filter(found -> !isIn(tagging, found))
                .findFirst()
                .ifPresent(found -> publishing.putAll(found.value().keys(found.from())));
        BuildingWorkflows building = new BuildingWorkflows(files, roles.building());
        List<Fact<String>> publishers = publishers();
        HandedDockerfiles handed = new HandedDockerfiles(files, roles.workflows());
        FoundImages images = compiled(new ReleaseImages(files, roles.imaging(), tagPrefix, handed).read());
        triggers = triggers.and(handed.takeover())
                .and(new ImageQuestions(roles).takeover())
                .and(new PushingBuilds(files).takeover())
                .and(javaFlags())
                .and(BuildTools.ofBuilds(roles.building(), building.targets()).elsewhere())
                .and(TagEnds.of(roles.taken().toList()))
                .and(Environments.of(roles.taken().toList()))
                .and(KeptArtifacts.fetched(
                        roles.workflows(),
                        roles.releasing().stream()
                                .filter(workflow -> !workflow.early())
                                .toList()));
        return new ReleaseSetup(
                publishers,
                tools.found(),
                building.tags().or(() -> new BuildingWorkflows(files, roles.followed()).tags()),
                building.targets(),
                building.machines(),
                released(),
                open(),
                images,
                building.container(),
                building.packages(),
                FoundTests.of(roles.workflows()),
                checksums(),
                publishing,
                untold(new TestSetup(roles.workflows())),
                publishers.isEmpty()
                        ? triggers.and(new OtherCi(files).takeover())
                                .and(new ScriptsByHand(files).takeover())
                                .and(KeptArtifacts.of(roles.workflows()))
                                .and(KeptArtifacts.unnamed(
                                        roles.building(),
                                        building.targets().stream()
                                                .map(Fact::from)
                                                .collect(Collectors.toSet())))
                        : triggers.and(KeptArtifacts.besides(
                                roles.workflows(),
                                released().stream()
                                        .map(file -> file.value().name())
                                        .collect(Collectors.toSet()))),
                images.names().isEmpty() ? uncovered(tagging) : JibImages.without(uncovered(tagging)));
    }

    /** An image whose programs a job compiles next to it, if nothing else is released: nobody asks for their features elsewhere. */
    private FoundImages compiled(FoundImages images) {
        if (images.settings().isEmpty() || !roles.releasing().isEmpty()) {
            return images;
        }
        List<DockerInstruction> all = new ArrayList<>(images.settings());
        roles.imaging().stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> DockerFeatures.of(job).stream())
                .distinct()
                .forEach(all::add);
        return images.running(Optional.empty(), all);
    }

    /** What Gradle and Maven get, in a repository that they build. */
    private Takeover javaFlags() {
        boolean java = BuildingWorkflows.isJava(files);
        return java
                ? JavaFlags.of(roles.building().stream()
                        .filter(workflow -> !workflow.early())
                        .toList())
                : Takeover.NONE;
    }

    private static boolean isIn(Optional<String> file, Fact<?> fact) {
        return file.filter(name -> fact.from().startsWith(name + ":")).isPresent();
    }

    /**
     * All that no config stands for, of the workflow that was asked for; of others, by what people lose something.
     *
     * @param kept the file that goes on making tags, with all its other steps; what it signs today is no longer released
     */
    private List<Fact<ListedStep>> uncovered(Optional<String> kept) {
        return roles.chosen()
                .map(workflow -> UncoveredSteps.of(workflow, files))
                .orElseGet(() -> {
                    List<Fact<ListedStep>> images = roles.imaging().stream()
                            .filter(workflow -> !workflow.early())
                            .flatMap(workflow -> HiddenImages.of(workflow, files).stream())
                            .toList();
                    List<Fact<ListedStep>> steps = roles.taken()
                            .flatMap(workflow -> PublishingSteps.of(workflow).stream())
                            .filter(step ->
                                    !isIn(kept, step) || step.value().reason().has(Reason.Kind.SIGNATURE))
                            .flatMap(step -> withoutNamed(step, images).stream())
                            .toList();
                    Set<String> places = steps.stream().map(Fact::from).collect(Collectors.toSet());
                    Stream<Fact<ListedStep>> sent = Stream.concat(
                                    roles.taken()
                                            .flatMap(workflow -> OtherServers.of(workflow).stream())
                                            .filter(step -> !isIn(kept, step)),
                                    roles.staying().flatMap(workflow -> OtherServers.staying(workflow).stream()))
                            .filter(step -> !places.contains(step.from()));
                    Stream<Fact<ListedStep>> first = roles.taken()
                            .flatMap(workflow -> BuiltFirst.of(workflow).stream())
                            .filter(step -> !places.contains(step.from()));
                    Stream<Fact<ListedStep>> hidden = roles.releasing().isEmpty()
                            ? roles.workflows().stream().flatMap(workflow -> HiddenRelease.beside(workflow, files))
                            : Stream.empty();
                    return Stream.of(first, steps.stream(), hidden, sent, images.stream())
                            .flatMap(found -> found)
                            .distinct()
                            .toList();
                });
    }

    /** A step without the images that it pushes, if the name of one is known in part, which says more. */
    private static Optional<Fact<ListedStep>> withoutNamed(Fact<ListedStep> step, List<Fact<ListedStep>> images) {
        boolean named = images.stream().anyMatch(image -> image.from().equals(step.from()));
        Reason reason = step.value().reason();
        Reason rest = named ? reason.without(Reason.Kind.IMAGE) : reason;
        return Optional.of(step.map(listed -> new ListedStep(listed.name(), rest)))
                .filter(any -> !rest.what().isEmpty());
    }

    /** The files of the workflows that people get. */
    private List<Fact<ReleasedFile>> released() {
        Map<String, Fact<ReleasedFile>> found = new LinkedHashMap<>();
        roles.uploading().forEach(workflow -> {
            HandedOut packed = new HandedOut(workflow.jobs(), files, Set.of());
            Uploads.of(workflow.jobs())
                    .forEach(file ->
                            found.putIfAbsent(file.value().name(), file.map(one -> one.holding(packed.contents(one)))));
        });
        roles.releasing()
                .forEach(workflow -> Provenance.of(workflow)
                        .forEach(file -> found.putIfAbsent(file.value().name(), file)));
        return List.copyOf(found.values());
    }

    /** What they upload in addition to these; two steps may upload the same, one of them for prereleases. */
    private List<Fact<OpenUpload>> open() {
        Set<String> known = GoReleaser.FILES.stream().anyMatch(files::has) ? Set.of("goreleaser") : Set.of();
        return distinct(roles.uploading()
                .filter(WorkflowRoles::isOwn)
                .flatMap(workflow -> OpenUploads.of(workflow.jobs(), known, this::isFollowed).stream())
                .toList());
    }

    private boolean isFollowed(Command command) {
        return Shell.follows(command, path -> files.read(path).map(SourceText::text));
    }

    /** What makes releases, once for each workflow. */
    private List<Fact<String>> publishers() {
        return roles.releasing().stream()
                .flatMap(workflow -> distinct(each(List.of(workflow), job -> ReleaseStep.of(job).stream())).stream())
                .toList();
    }

    /** What a tag, a release or a test starts may do more than was seen. */
    private List<Finding> untold(TestSetup tests) {
        Stream<ExistingWorkflow> near = roles.workflows().stream()
                .filter(workflow -> roles.chosen().isEmpty())
                .filter(workflow -> workflow.releases() || workflow.distance() <= ExistingWorkflow.BY_RELEASE);
        return Stream.of(near, roles.chosen().stream(), tests.main().stream())
                .flatMap(some -> some)
                .flatMap(workflow -> workflow.run().untold().stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** What each job of a releasing workflow says, with the place. */
    private <T> List<Fact<T>> each(Function<DryRow, Stream<T>> question) {
        return each(roles.releasing(), question);
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
