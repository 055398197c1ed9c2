package dev.slipway.detect.release;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.detect.image.DockerBase;
import dev.slipway.detect.image.Dockerfiles;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.detect.image.ImageLabels;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.detect.image.ImageProofs;
import dev.slipway.detect.image.PushedTag;
import dev.slipway.detect.image.PushedTags;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the images of a release.
 *
 * @param workflows those that release, and those that a tag, a release or the end of its workflow starts to push an image
 * @param tagPrefix what a Git tag has before the version
 * @param handed Dockerfiles that workflows of other repositories get
 */
record ReleaseImages(
        RepositoryFiles files, List<ExistingWorkflow> workflows, String tagPrefix, HandedDockerfiles handed) {
    /** Events that run a workflow for a branch. */
    private static final Set<String> BY_BRANCH =
            Set.of("push", "pull_request", "pull_request_target", "workflow_dispatch");

    FoundImages read() {
        List<DryRow> jobs =
                workflows.stream().flatMap(workflow -> workflow.jobs().stream()).toList();
        JibImages jib = JibImages.of(jobs, files);
        Optional<Fact<String>> ko = ImageNames.baseOfKo(jobs, files);
        SpringImages spring = SpringImages.of(jobs, files);
        boolean plain = built(job -> true).isEmpty() && (ko.isPresent() || !jib.none() || !spring.none());
        Optional<Fact<List<String>>> platforms = workflows.stream()
                .flatMap(workflow -> ImageNames.platforms(workflow.jobs(), files).stream())
                .findFirst();
        List<Fact<String>> names = ReleaseSetupReader.distinct(
                ReleaseSetupReader.each(workflows, job -> ImageNames.of(job, files).stream()));
        Optional<SourceText> dockerfile =
                plain ? Optional.empty() : dockerfile(names.stream().findFirst().map(Fact::value));
        String first = dockerfile.map(SourceText::name).orElse("");
        boolean unnamed = names.isEmpty() && (GoReleaser.FILES.stream().noneMatch(files::has) || pushes(first));
        List<Fact<String>> built = ReleaseSetupReader.distinct(built(job -> true)).stream()
                .filter(file -> unnamed || !file.value().equals(first))
                .toList();
        Set<String> given = handed.all().stream().map(one -> one.value().file()).collect(Collectors.toSet());
        List<String> others = new Dockerfiles(files)
                .all().stream()
                        .filter(path -> !path.equals(first) && !given.contains(path))
                        .filter(path ->
                                built.stream().noneMatch(file -> file.value().equals(path)))
                        .toList();
        FoundImages found = new FoundImages(
                        names,
                        PushedTags.each(workflows.stream()
                                .flatMap(workflow -> new PushedTags(files, tagPrefix, branch(workflow))
                                        .of(workflow.jobs()).stream())),
                        Optional.empty(),
                        Optional.empty(),
                        platforms,
                        List.of(),
                        ImageLabels.of(jobs, files),
                        ImageProofs.of(jobs, files),
                        built,
                        others)
                .basedOn(
                        dockerfile.map(text -> DockerBase.upTo(
                                text,
                                new Dockerfiles(files)
                                        .stage(jobs.stream().flatMap(job -> job.steps().stream()), first))),
                        new Dockerfiles(files).arguments(jobs.stream().flatMap(job -> job.steps().stream()), first));
        return spring.into(plain ? jib.into(ko.map(found::on).orElse(found)) : found);
    }

    /** The branch whose pushes start a workflow, if no tag and no release does. */
    private static Optional<String> branch(ExistingWorkflow workflow) {
        return workflow.branches().stream()
                .filter(branch -> branch.matches("[\\w./-]+"))
                .filter(branch -> BY_BRANCH.containsAll(workflow.events())
                        && workflow.startingTags().isEmpty())
                .findFirst();
    }

    /** Whether a job pushes the image that people get who name no edition of it, such as {@code alpine}. */
    private boolean isPlain(DryRow job, Optional<String> image) {
        return new PushedTags(files, tagPrefix, Optional.empty())
                .of(List.of(job)).stream()
                        .filter(tag ->
                                image.filter(name -> !tag.name().equals(name)).isEmpty())
                        .anyMatch(tag -> PushedTag.isPlain(tag.tag().value()));
    }

    /** Whether a step builds an image from a file and pushes it, and not only tries it. */
    private boolean pushes(String file) {
        Dockerfiles all = new Dockerfiles(files);
        return workflows.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> ImageNames.pushing(job, files))
                .anyMatch(step -> all.built(step).contains(file));
    }

    /** What a release builds images from, with the step that does. */
    private List<Fact<String>> built(Predicate<DryRow> wanted) {
        Dockerfiles all = new Dockerfiles(files);
        return workflows.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(wanted)
                .flatMap(all::withoutTools)
                .flatMap(step -> all.built(step).stream().map(file -> new Fact<>(file, step.place())))
                .toList();
    }

    /** The one that a release builds, else the one at the top. */
    private Optional<SourceText> dockerfile(Optional<String> image) {
        return Stream.concat(built(job -> isPlain(job, image)).stream(), built(job -> true).stream())
                .flatMap(fact -> files.read(fact.value()).stream())
                .findFirst()
                .or(() -> files.read("Dockerfile"))
                .or(() -> files.read("Containerfile"));
    }
}
