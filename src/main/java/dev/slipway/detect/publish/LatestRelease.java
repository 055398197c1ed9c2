package dev.slipway.detect.publish;

import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds releases of a workflow that never become the latest by themselves, or are prereleases, which no key of the config says.
 *
 * @param made whether a step makes the release the latest
 * @param early the place of the first step that marks each release as a prerelease, unless another one makes it full
 */
record LatestRelease(boolean made, Optional<String> early) {
    private static final Reason NEVER = Reason.of(
            Reason.Kind.REMARK,
            "a release that does not become the latest",
            "ours does if no newer version is released");

    private static final Reason EARLY = Reason.of(
            Reason.Kind.REMARK,
            "a release that is marked as a prerelease",
            "ours is one only for versions such as 1.2.3-rc.1; with 'release.draft: keep', a person publishes it");

    private static final String EARLY_BY_DEFAULT = "marvinpinto/action-automatic-releases";
    private static final Set<String> OPTIONS = Set.of("--prerelease", "--prerelease=true", "-p");
    private static final Pattern MARKED =
            Pattern.compile("gh release create [^\\n]{0,300}?(?<=\\s)(?:--prerelease(?:=true)?|-p)(?=\\s|$)");

    /** Inputs of actions; one has them as JSON in a text. */
    private static final List<String> INPUTS = List.of("make_latest", "makeLatest", "make-latest");

    static LatestRelease of(ExistingWorkflow workflow) {
        List<DryStep> steps =
                workflow.jobs().stream().flatMap(job -> job.steps().stream()).toList();
        Optional<String> early = steps.stream()
                .filter(LatestRelease::isEarly)
                .map(DryStep::place)
                .findFirst()
                .filter(any -> steps.stream().noneMatch(LatestRelease::settles));
        return new LatestRelease(steps.stream().anyMatch(step -> says(step, "true")), early);
    }

    /** What is lost of a step. */
    Optional<Reason> lost(DryStep step) {
        if (!made
                && says(step, "false")
                && !step.with().getOrDefault("prerelease", "").equals("true")) {
            return Optional.of(NEVER);
        }
        return early.filter(step.place()::equals).isPresent() && isEarly(step) ? Optional.of(EARLY) : Optional.empty();
    }

    /** Whether a step marks each release as one that comes before the version, whatever the tag is. */
    private static boolean isEarly(DryStep step) {
        boolean action = ReleaseStep.of(step).isPresent()
                && step.with()
                        .getOrDefault("prerelease", step.action().equals(EARLY_BY_DEFAULT) ? "true" : "")
                        .strip()
                        .equals("true");
        String written = step.run().replace("\\\n", " "); // a variable may have the option for some versions only
        return action
                || MARKED.matcher(written).find()
                        && edits(step, "create")
                                .allMatch(words -> words.stream().anyMatch(OPTIONS::contains));
    }

    /** Whether a step makes a full release of it. */
    private static boolean settles(DryStep step) {
        return edits(step, "edit").anyMatch(words -> words.contains("--prerelease=false"));
    }

    private static Stream<List<String>> edits(DryStep step, String how) {
        return step.commands().stream()
                .filter(command -> command.toString().startsWith("gh release " + how))
                .map(Command::arguments);
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
