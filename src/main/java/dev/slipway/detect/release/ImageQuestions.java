package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Uses;
import dev.slipway.run.dry.DryStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What to ask about workflows that may push images in addition to those that are known. */
record ImageQuestions(WorkflowRoles roles, RepositoryFiles files) {
    /** What a condition asks for that the push of a branch does not give. */
    private static final Pattern TAGS =
            Pattern.compile("refs/tags|ref_type|github\\.event_name == 'release'|event\\.release|inputs\\.");

    /** What a condition asks for that keeps prereleases out. */
    private static final Pattern PRERELEASES =
            Pattern.compile("(?i)pre[-_]?rel|stable|alpha|beta|\\b(?:is[-_]?)?rc\\b|contains\\([^,()]*+,\\s*+'-'\\)");

    Takeover takeover() {
        return betweenReleases().and(ofSome()).and(loggedIn());
    }

    /** A workflow that pushes the image of a release may push one for each change, too. */
    private Takeover betweenReleases() {
        List<Takeover.Open> open = roles.imaging().stream()
                .filter(workflow ->
                        workflow.distance() == 0 && !workflow.branches().isEmpty())
                .filter(workflow -> !workflow.releases()
                        || pushesBetween(workflow)
                        || workflow.ofBranches().anyMatch(step -> ImageNames.pushes(step, files)))
                .map(workflow -> new Takeover.Open(
                        "docker",
                        "'" + workflow.file() + "' also starts for '"
                                + String.join("', '", workflow.branches())
                                + "': if it pushes an image then, keep that part, for a release only pushes the tags of"
                                + " versions"))
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    /** Images that are pushed for some releases only: those of the config are pushed for each. */
    private Takeover ofSome() {
        List<Takeover.Open> open = roles.imaging().stream()
                .flatMap(workflow -> jobs(workflow)
                        .flatMap(job ->
                                pushing(workflow, job).flatMap(raw -> Stream.concat(conditions(raw), conditions(job)))))
                .map(condition -> condition.source().strip())
                .filter(condition -> PRERELEASES.matcher(condition).find())
                .distinct()
                .map(condition -> new Takeover.Open(
                        "docker",
                        "today, '" + condition
                                + "' decides whether an image is pushed; that of the config is pushed for"
                                + " every release, prereleases too"))
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    private static Stream<StepsJob> jobs(ExistingWorkflow workflow) {
        return workflow.run().workflow().jobs().stream()
                .flatMap(job -> job instanceof StepsJob steps ? Stream.of(steps) : Stream.of());
    }

    /** The steps of a job that push an image, as they are written. */
    private Stream<Step> pushing(ExistingWorkflow workflow, StepsJob job) {
        List<DryStep> pushing = workflow.jobs().stream()
                .filter(row -> row.id().equals(job.id()))
                .flatMap(row -> ImageNames.pushing(row, files))
                .toList();
        return job.steps().stream().filter(raw -> pushing.stream().anyMatch(step -> isSame(raw, step)));
    }

    /** Whether no condition is seen to keep the push of a branch from a step that pushes an image. */
    private boolean pushesBetween(ExistingWorkflow workflow) {
        return jobs(workflow)
                .filter(job -> conditions(job).noneMatch(ImageQuestions::isForTags))
                .flatMap(job -> pushing(workflow, job))
                .anyMatch(raw -> conditions(raw).noneMatch(ImageQuestions::isForTags));
    }

    /** The conditions of a job, and of those that it waits for. */
    private static Stream<Expr<?>> conditions(Job job) {
        Map<String, Job> all = new LinkedHashMap<>();
        Deque<Job> open = new ArrayDeque<>(List.of(job));
        while (!open.isEmpty()) {
            Job next = open.remove();
            if (all.putIfAbsent(next.id(), next) == null) {
                open.addAll(next.needs());
            }
        }
        return all.values().stream().flatMap(one -> one.condition().stream());
    }

    private static boolean isForTags(Expr<?> condition) {
        return TAGS.matcher(condition.source()).find();
    }

    private static boolean isSame(Step raw, DryStep step) {
        return raw instanceof Uses uses
                ? uses.action().name().equals(step.action())
                : step.action().isEmpty()
                        && raw instanceof Run run
                        && run.script().source().contains("push");
    }

    private static Stream<Expr<?>> conditions(Step raw) {
        Stream<Expr<?>> inputs = raw instanceof Uses uses
                ? Stream.of("push", "outputs")
                        .flatMap(name -> Optional.ofNullable(uses.inputs().get(name)).stream())
                        .flatMap(value -> value.expressions().stream())
                : Stream.of();
        return Stream.concat(raw.common().condition().stream(), inputs);
    }

    /** A workflow that tags start logs in to a registry only to push, even if that was not seen. */
    private Takeover loggedIn() {
        List<ExistingWorkflow> seen = roles.imaging();
        List<Takeover.Open> open = roles.staying()
                .filter(workflow -> roles.chosen().isEmpty() && !seen.contains(workflow))
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(job -> job.steps().stream()
                        .noneMatch(step -> step.action().contains("goreleaser"))) // whose config names its images
                .flatMap(job -> job.steps().stream())
                .filter(ImageQuestions::logsIn)
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
}
