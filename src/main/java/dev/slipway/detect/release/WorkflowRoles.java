package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.detect.workflow.Builds;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.KeptArtifacts;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.detect.workflow.Uploads;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which part each workflow of a repository has in its releases.
 *
 * @param workflows all that the repository has
 * @param chosen the one that was asked for
 * @param releasing those that release, the nearest to what people get first
 */
record WorkflowRoles(
        RepositoryFiles files,
        List<ExistingWorkflow> workflows,
        Optional<ExistingWorkflow> chosen,
        List<ExistingWorkflow> releasing) {
    static WorkflowRoles of(
            RepositoryFiles files, List<ExistingWorkflow> workflows, Optional<ExistingWorkflow> chosen) {
        return new WorkflowRoles(files, workflows, chosen, releasing(files, workflows, chosen));
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

    /** Those whose end starts the one that releases. */
    List<ExistingWorkflow> followed() {
        return workflows.stream()
                .filter(other -> releasing.stream().limit(1).anyMatch(workflow -> workflow.follows(other)))
                .toList();
    }

    /** Those that go when the new release comes, without the jobs that dist writes by its config. */
    Stream<ExistingWorkflow> taken() {
        return releasing.stream()
                .filter(workflow -> !workflow.early())
                .map(workflow -> isOwn(workflow) ? workflow : workflow.with(job -> !DistImport.writes(job, workflow)));
    }

    /** Whether dist did not write this workflow; the config of dist names the uploads of one that it wrote. */
    static boolean isOwn(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .flatMap(job -> ReleaseStep.of(job).stream())
                .noneMatch(DistImport.HOST::equals);
    }

    /** Those that a tag starts as well, and that release nothing on GitHub. */
    Stream<ExistingWorkflow> staying() {
        return workflows.stream()
                .filter(workflow -> !workflow.releases()
                        && !workflow.early()
                        && !workflow.tags().isEmpty());
    }

    /** The nearest workflow that uploads files, and all as near: there may be one for each system. */
    Stream<ExistingWorkflow> uploading() {
        List<ExistingWorkflow> all = releasing.stream()
                .filter(workflow -> !Uploads.of(workflow.jobs()).isEmpty())
                .toList();
        return all.stream()
                .takeWhile(workflow -> workflow.distance() == all.get(0).distance());
    }

    /**
     * Those that release, and those that a tag, a release or the end of its workflow starts to push an image. What builds between
     * releases stays next to one that does not, with the tags that it pushes.
     */
    List<ExistingWorkflow> imaging() {
        Stream<ExistingWorkflow> others = workflows.stream()
                .filter(workflow -> chosen.isEmpty() && !releasing.contains(workflow))
                .filter(workflow -> workflow.distance() <= ExistingWorkflow.BY_RELEASE
                        || releasing.stream().anyMatch(workflow::follows))
                .filter(this::hasImages);
        boolean stay = releasing.stream().anyMatch(workflow -> !workflow.early());
        List<ExistingWorkflow> all = Stream.concat(
                        releasing.stream().filter(workflow -> !stay || !workflow.early()), others)
                .toList();
        List<ExistingWorkflow> regular =
                all.stream().filter(workflow -> !workflow.early()).toList();
        return regular.stream().anyMatch(this::hasImages) ? regular : all;
    }

    private boolean hasImages(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .anyMatch(job -> ImageNames.pushing(job, files).findAny().isPresent()
                        || !ImageNames.of(job, files).isEmpty());
    }

    /** Those that release; without one, those that build what people publish by hand. */
    List<ExistingWorkflow> building() {
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
}
