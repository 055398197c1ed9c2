package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.JReleaserCall;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.model.workflow.Job;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the steps of a release workflow by which people get something that no file of the release is. */
public final class PublishingSteps {
    /** Why a step that strips programs is left; what can take its place depends on the toolchain. */
    public static final String STRIPPED = "removes symbols from the programs";

    /** What Jib and others push without a Dockerfile. */
    public static final String IMAGE = "a container image that the build pushes";

    /** The same by Jib, whose image a config can describe. */
    public static final String JIB = IMAGE + " with Jib";

    static final String JOBS = "move it to 'jobs'";
    static final String HOMEBREW = "a Homebrew formula; use 'packages.homebrew'";
    static final String WINGET = "a winget package; use 'packages.winget'";
    static final String PACKED = "programs are larger without it; " + JOBS;
    static final String WEBSITE = "a website; " + JOBS;
    static final String NPM = "an npm package; " + JOBS;
    private static final String JRELEASER =
            "JReleaser publishes artifacts, packages or announcements; run it after the release, in 'jobs'";
    static final String PYTHON = "a Python package; " + JOBS;

    /** The crate registry, which a config knows. */
    static final String CRATES = "crates.io; use 'packages.crates'";

    /** What others need before they can do anything. */
    private static final String PREPARING =
            "(?:actions(?!/github-script)|docker|cachix|codecov|taiki-e|Swatinem|dtolnay|actions-rs"
                    + "|actions-rust-lang|houseabsolute|jdx|mozilla-actions|aws-actions|google-github-actions|azure)/.*"
                    + "|.*(?i:login|app-token|sccache|import-gpg|checkout|cache|setup).*";

    private static final Map<String, String> ACTIONS = actions();

    private PublishingSteps() {}

    private static Map<String, String> actions() {
        Map<String, String> actions = new LinkedHashMap<>();
        Stream.of(
                        "mislav/bump-homebrew-formula-action",
                        "dawidd6/action-homebrew-bump-formula",
                        "Justintime50/homebrew-releaser",
                        "macauley/action-homebrew-bump-cask")
                .forEach(action -> actions.put(action, HOMEBREW));
        Stream.of("svenstaro/upx-action", "crazy-max/ghaction-upx").forEach(action -> actions.put(action, PACKED));
        Stream.of("pypa/gh-action-pypi-publish", "PyO3/maturin-action").forEach(action -> actions.put(action, PYTHON));
        actions.put("JS-DevTools/npm-publish", NPM);
        actions.put("katyo/publish-crates", CRATES);
        actions.put("KSXGitHub/github-actions-deploy-aur", "an Arch Linux package; " + JOBS);
        Stream.of("snapcore/action-publish", "canonical/action-publish")
                .forEach(action -> actions.put(action, "a snap; " + JOBS));
        actions.put("rajatjindal/krew-release-bot", "a Krew plugin; " + JOBS);
        Stream.of(
                        "actions/deploy-pages",
                        "peaceiris/actions-gh-pages",
                        "JamesIves/github-pages-deploy-action",
                        "crazy-max/ghaction-github-pages")
                .forEach(action -> actions.put(action, WEBSITE));
        actions.put("HaaLeo/publish-vscode-extension", "an editor extension; " + JOBS);
        return actions;
    }

    /** Each thing that a step publishes, once for all rows of a matrix, with what takes its place. */
    public static List<Fact<String>> of(ExistingWorkflow workflow) {
        Map<String, Fact<String>> found = new LinkedHashMap<>();
        Set<String> late = late(workflow);
        boolean noted = ReleaseNotes.covered(workflow);
        for (DryRow job : workflow.jobs()) {
            boolean released = late.contains(job.id());
            for (DryStep step : job.steps()) {
                boolean after = released;
                reasons(step, after)
                        .forEach(reason -> found.putIfAbsent(
                                step.place() + " " + reason,
                                new Fact<>(step.name() + "\n" + reason, step.place() + " jobs." + job.id())));
                Stream.concat(noted ? Stream.of() : ReleaseNotes.lost(step).stream(), movesTag(step).stream())
                        .forEach(reason -> found.putIfAbsent(
                                step.place() + " " + reason,
                                new Fact<>(step.name() + "\n" + reason, step.place() + " jobs." + job.id())));
                released |= ReleaseStep.of(step).isPresent();
            }
        }
        return List.copyOf(found.values());
    }

    /** Workflows of others name an action by a tag such as {@code v1}. */
    private static Optional<String> movesTag(DryStep step) {
        boolean moves =
                step.action().matches(".*/(?:action-update-semver|update-majorver|actions-tagger|major-release-tags)")
                        || step.commands().stream().anyMatch(PublishingSteps::movesTag);
        return moves ? Optional.of("a tag that moves, such as 'v1'; " + JOBS) : Optional.empty();
    }

    private static boolean movesTag(Command command) {
        List<String> words = command.arguments();
        return command.program().equals("git")
                && words.contains("tag")
                && words.stream().anyMatch(word -> word.matches("--force|-f|-fa|-af"));
    }

    /** The jobs that wait for one that releases. */
    private static Set<String> late(ExistingWorkflow workflow) {
        Set<String> releasing = workflow.jobs().stream()
                .filter(ReleaseStep::isIn)
                .map(DryRow::id)
                .collect(Collectors.toSet());
        return workflow.run().workflow().jobs().stream()
                .filter(job -> waits(job, releasing, new HashSet<>()))
                .map(Job::id)
                .collect(Collectors.toSet());
    }

    private static boolean waits(Job job, Set<String> releasing, Set<String> seen) {
        return seen.add(job.id())
                && job.needs().stream()
                        .anyMatch(needed -> releasing.contains(needed.id()) || waits(needed, releasing, seen));
    }

    /** @param after whether there is a release by then, of which something may be published */
    private static List<String> reasons(DryStep step, boolean after) {
        List<String> known = Stream.of(
                        Signatures.lost(step).stream(),
                        WingetPackages.reason(step).stream(),
                        Stream.ofNullable(ACTIONS.get(step.action())),
                        JReleaserCall.publishes(step) ? Stream.of(JRELEASER) : Stream.<String>empty(),
                        PublishingCommands.reasons(step.commands()).stream())
                .flatMap(reasons -> reasons)
                .toList();
        return known.isEmpty() ? elsewhere(step, after).stream().toList() : known;
    }

    /** What only a secret shows: it works with something that the token of a job does not open. */
    private static Optional<String> elsewhere(DryStep step, boolean after) {
        boolean known = step.action().matches(PREPARING) || ReleaseStep.of(step).isPresent() || ImageNames.pushes(step);
        return step.secrets().isEmpty()
                ? Optional.empty()
                : (known ? SecretUse.inside(step) : SecretUse.of(step, after)).text(step.secrets());
    }
}
