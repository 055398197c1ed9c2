package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryStep;
import java.util.List;
import java.util.Map;

/** What to ask about workflows that may push images in addition to those that are known. */
record ImageQuestions(WorkflowRoles roles) {
    Takeover takeover() {
        return betweenReleases().and(loggedIn());
    }

    /** A workflow that pushes the image of a release may push one for each change, too. */
    private Takeover betweenReleases() {
        List<Takeover.Open> open = roles.imaging().stream()
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
