package dev.slipway.detect.publish;

import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.run.dry.DryStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds releases that never become the latest by themselves, which no key of the config says. */
final class LatestRelease {
    private static final Reason NEVER = Reason.of(
            Reason.Kind.REMARK,
            "a release that does not become the latest",
            "ours does if no newer version is released");

    /** Inputs of actions; one has them as JSON in a text. */
    private static final List<String> INPUTS = List.of("make_latest", "makeLatest", "make-latest");

    private LatestRelease() {}

    /** What is lost of a step, unless another step of its workflow makes the release the latest. */
    static Optional<Reason> lost(DryStep step, ExistingWorkflow workflow) {
        boolean never = says(step, "false")
                && !step.with().getOrDefault("prerelease", "").equals("true");
        boolean later = never
                && workflow.jobs().stream().flatMap(job -> job.steps().stream()).anyMatch(other -> says(other, "true"));
        return never && !later ? Optional.of(NEVER) : Optional.empty();
    }

    private static boolean says(DryStep step, String value) {
        Stream<String> inputs = INPUTS.stream().map(name -> step.with().getOrDefault(name, ""));
        boolean action = ReleaseStep.of(step).isPresent()
                && (inputs.anyMatch(value::equals)
                        || step.with().values().stream()
                                .map(text -> text.replaceAll("[\\s\"]", ""))
                                .anyMatch(text -> text.contains("make_latest:" + value)));
        Set<String> options = value.equals("true") ? Set.of("--latest", "--latest=true") : Set.of("--latest=" + value);
        return action
                || step.commands().stream()
                        .filter(command -> command.toString().startsWith("gh release "))
                        .anyMatch(command -> command.arguments().stream().anyMatch(options::contains));
    }
}
