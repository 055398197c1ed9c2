package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds files that a workflow for releases only keeps as artifacts of its run: people may publish them by hand. */
public final class KeptArtifacts {
    /** The endings of what people download. */
    private static final String RELEASED =
            "(?i).*[^*]\\.(?:jar|zip|tgz|tar\\.(?:gz|xz|bz2|zst)|deb|rpm|msi|dmg|pkg|exe|appimage)";

    private KeptArtifacts() {}

    /** What to say of them, if nothing in the repository publishes releases. */
    public static Takeover of(List<ExistingWorkflow> workflows) {
        List<Takeover.Open> open = workflows.stream()
                .filter(workflow -> workflow.isForReleases() && !workflow.releases() && !workflow.onlyBuilds())
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job.steps().stream())
                .filter(step -> step.action().equals("actions/upload-artifact"))
                .flatMap(KeptArtifacts::files)
                .distinct()
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    private static Stream<Takeover.Open> files(DryStep step) {
        return step.with()
                .getOrDefault("path", "")
                .lines()
                .map(path -> Symbols.settled(path.strip()))
                .filter(path -> path.matches(RELEASED) && !path.contains(Symbols.UNKNOWN) && !path.startsWith("!"))
                .map(
                        path -> new Takeover.Open(
                                "releases",
                                "'" + step.place() + "' keeps '" + path.substring(path.lastIndexOf('/') + 1)
                                        + "' only as an artifact of its run: if people publish it by hand, 'release.files' or 'jobs' can add it"));
    }
}
