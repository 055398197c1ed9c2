package dev.slipway.detect.publish;

import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Knows where the text of a release comes from today. */
final class ReleaseNotes {
    private static final Set<String> CHANGELOG = Set.of(
            "ffurrer2/extract-release-notes",
            "mindsers/changelog-reader-action",
            "yashanand1910/standard-release-notes",
            "release-flow/keep-a-changelog-action");
    private static final Set<String> CLIFF = Set.of("orhun/git-cliff-action", "tj-actions/git-cliff");
    private static final List<String> INPUTS = List.of("body", "body_path", "bodyFile", "body-path", "release_notes");
    private static final Set<String> OPTIONS = Set.of("--notes", "-n", "--notes-file", "-F");

    /** How the workflow that dist writes gets them. */
    private static final Reason BY_DIST = Reason.of(
            Reason.Kind.REMARK,
            "release notes that dist writes, with those of CHANGELOG.md or RELEASES.md if there are any",
            "'release.notes: changelog' takes those of CHANGELOG.md");

    private static final Reason OWN = Reason.of(Reason.Kind.REMARK, "custom release notes", "see 'release.notes'");

    private ReleaseNotes() {}

    /** What the key says for the source of the notes that a step reads. */
    static Optional<String> key(DryStep step) {
        boolean section = step.action().equals("taiki-e/create-gh-release-action")
                && !step.with().getOrDefault("changelog", "").isBlank();
        return section || CHANGELOG.contains(step.action())
                ? Optional.of("changelog")
                : CLIFF.contains(step.action()) ? Optional.of("git-cliff") : Optional.empty();
    }

    /** Whether the config has a key for the notes of a workflow. */
    static boolean covered(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .flatMap(job -> job.steps().stream())
                .anyMatch(step -> key(step).isPresent());
    }

    /** What is lost of a step that writes the text of a release in its own way. */
    static Optional<Reason> lost(DryStep step) {
        boolean inputs = INPUTS.stream()
                .anyMatch(name -> !step.with().getOrDefault(name, "").isBlank());
        boolean written = ReleaseStep.of(step).isPresent() && inputs
                || step.commands().stream().anyMatch(ReleaseNotes::writes);
        boolean dist = step.run().contains("$ANNOUNCEMENT_BODY") && !step.run().contains("CHANGELOG");
        return written ? Optional.of(dist ? BY_DIST : OWN) : Optional.empty();
    }

    private static boolean writes(Command command) {
        List<String> words = command.arguments();
        boolean creates = command.program().equals("gh")
                && words.size() > 2
                && words.subList(0, 2).equals(List.of("release", "create"));
        return creates
                && Stream.iterate(2, at -> at < words.size() - 1, at -> at + 1)
                        .anyMatch(at -> OPTIONS.contains(words.get(at))
                                && !words.get(at + 1).isBlank());
    }
}
