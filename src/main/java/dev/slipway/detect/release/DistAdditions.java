package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of jobs that were added to the workflow of dist: it releases whatever a job leaves for it. */
final class DistAdditions {
    /** The jobs that dist itself writes. */
    private static final Set<String> JOBS =
            Set.of("plan", "build-local-artifacts", "build-global-artifacts", "host", "announce");

    /** How the artifacts begin that dist releases. */
    private static final String ARTIFACTS = "artifacts-";

    /** The files of the jobs that build archives in place of dist: its config names those. */
    private static final List<String> ARCHIVES =
            List.of(".tar.gz", ".tar.xz", ".tar.zst", ".zip", ".sha256", ".sha512");

    private DistAdditions() {}

    /** Whether dist wrote a job. */
    static boolean isOfDist(String job) {
        return JOBS.contains(job);
    }

    /**
     * @param own the files that are workflows of dist
     * @param byHand whether jobs of the project build the archives
     */
    static List<Takeover.Left> of(List<ExistingWorkflow> workflows, List<String> own, boolean byHand) {
        return workflows.stream()
                .filter(workflow -> own.contains(workflow.file()))
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(job -> !isOfDist(job.id()))
                .flatMap(DistAdditions::uploaded)
                .filter(left -> !byHand || ARCHIVES.stream().noneMatch(left.value()::endsWith))
                .distinct()
                .toList();
    }

    private static Stream<Takeover.Left> uploaded(DryRow job) {
        return job.steps().stream()
                .filter(step -> step.action().equals("actions/upload-artifact"))
                .filter(step -> step.with().getOrDefault("name", "").startsWith(ARTIFACTS))
                .flatMap(step -> files(step)
                        .map(name -> new Takeover.Left(
                                "release.files",
                                name,
                                "the job '" + job.id() + "' leaves it for dist, which releases all artifacts '"
                                        + ARTIFACTS + "*'; 'release.files', 'packages' or 'jobs' can add it",
                                step.place())));
    }

    private static Stream<String> files(DryStep step) {
        return step.with()
                .getOrDefault("path", "")
                .lines()
                .map(String::strip)
                .filter(path -> !path.isEmpty() && !path.startsWith("!"))
                .filter(path -> !path.endsWith("dist-manifest.json")) // its workflow removes them before the release
                .map(path -> path.replaceFirst("^.*/(?=[^/])", ""));
    }
}
