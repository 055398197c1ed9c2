package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds how an existing workflow makes releases beyond their files, in the words of a config. */
public final class PublishingKeys {
    private static final Set<String> CHANGELOG = Set.of(
            "ffurrer2/extract-release-notes",
            "mindsers/changelog-reader-action",
            "yashanand1910/standard-release-notes",
            "release-flow/keep-a-changelog-action");
    private static final Set<String> CLIFF = Set.of("orhun/git-cliff-action", "tj-actions/git-cliff");
    private static final Set<String> ATTEST = Set.of("actions/attest-build-provenance", "actions/attest");

    /** Where an image runs. */
    public static final String PLATFORMS = "docker.platforms";

    /** Dockerfiles that no image of a release was seen to be built from, each on a line. */
    public static final String DOCKERFILES = "docker.dockerfiles";

    /** What an image is built on that is no base for programs to run on. */
    public static final String BUILDER = "docker.builder";

    private final RepositoryFiles files;
    private final Map<String, Fact<String>> found = new LinkedHashMap<>();

    private PublishingKeys(RepositoryFiles files) {
        this.files = files;
    }

    /**
     * The keys of a config and their values.
     *
     * @param workflows those that release, the nearest to people first
     */
    public static Map<String, Fact<String>> of(List<ExistingWorkflow> workflows, RepositoryFiles files) {
        PublishingKeys publishing = new PublishingKeys(files);
        workflows.stream().limit(1).forEach(publishing::read);
        return publishing.found;
    }

    /** What the images of a workflow run on. */
    public static Optional<Fact<String>> platforms(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .flatMap(job -> job.steps().stream())
                .flatMap(step -> Stream.concat(
                                Stream.of(step)
                                        .filter(ImageNames::pushes)
                                        .map(one -> one.with().getOrDefault("platforms", "")),
                                step.commands().stream().flatMap(command -> pushed(command).stream()))
                        .map(text -> new Fact<>(text.replaceAll("\\s++", ""), step.place())))
                .filter(fact -> fact.value().matches("linux/[a-z0-9/,]+"))
                .findFirst();
    }

    /** What a command of Docker pushes an image for. */
    private static Optional<String> pushed(Command command) {
        List<String> words = command.arguments();
        boolean pushes = command.program().equals("docker") && words.contains("build") && words.contains("--push");
        int at = words.indexOf("--platform");
        return words.stream()
                .filter(word -> pushes && word.startsWith("--platform="))
                .map(word -> word.substring("--platform=".length()))
                .findFirst()
                .or(() -> Optional.of(at + 1)
                        .filter(next -> pushes && next > 0 && next < words.size())
                        .map(words::get));
    }

    private void read(ExistingWorkflow workflow) {
        for (DryRow job : workflow.jobs()) {
            job.steps().forEach(this::step);
        }
        boolean published = workflow.jobs().stream().anyMatch(ReleaseStep::undrafts);
        workflow.jobs().stream()
                .filter(ReleaseStep::drafts)
                .findFirst()
                .ifPresent(job ->
                        put("release.draft", published ? "until-complete" : "keep", job.place() + " jobs." + job.id()));
    }

    private void step(DryStep step) {
        if (CHANGELOG.contains(step.action()) && files.has("CHANGELOG.md")) {
            put("release.notes", "changelog", step.place());
        }
        if (CLIFF.contains(step.action())) {
            put("release.notes", "git-cliff", step.place());
        }
        String platforms = step.with().getOrDefault("platforms", "").replaceAll("\\s+", "");
        if (ImageNames.pushes(step) && platforms.matches("linux/[a-z0-9/,]+")) {
            put(PLATFORMS, platforms, step.place());
        }
        if (ATTEST.contains(step.action())) {
            put("attest", "true", step.place());
        }
    }

    private void put(String key, String value, String from) {
        found.putIfAbsent(key, new Fact<>(value, from));
    }
}
