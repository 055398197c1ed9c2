package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.detect.workflow.ExistingWorkflow;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the steps of a release workflow by which people get something that no file of the release is. */
public final class PublishingSteps {
    /** Why a step that strips programs is left; what can take its place depends on the toolchain. */
    public static final String STRIPPED = "removes symbols from the programs";

    static final String JOBS = "move it to 'jobs'";
    private static final String HOMEBREW = "a Homebrew formula; use 'packages.homebrew'";
    private static final String WINGET = "a winget package; use 'packages.winget'";
    private static final String PACKED = "programs are larger without it; " + JOBS;
    private static final String WEBSITE = "a website; " + JOBS;
    private static final String NPM = "an npm package; " + JOBS;
    private static final String MAVEN = "a Maven repository; " + JOBS;
    private static final String PYTHON = "a Python package; " + JOBS;

    /** The crate registry, which a config knows. */
    static final String CRATES = "crates.io; use 'packages.crates'";

    /** What others need before they can do anything. */
    private static final String PREPARING =
            "(?:actions(?!/github-script)|docker|cachix|codecov|taiki-e|Swatinem|dtolnay|actions-rs"
                    + "|actions-rust-lang|houseabsolute|jdx|mozilla-actions|aws-actions|google-github-actions|azure)/.*"
                    + "|.*(?i:login|app-token|sccache|import-gpg|checkout|cache|setup).*";

    private static final Map<String, String> ACTIONS = actions();
    private static final List<Known> COMMANDS = commands();

    private PublishingSteps() {}

    private static Map<String, String> actions() {
        Map<String, String> actions = new LinkedHashMap<>();
        Stream.of("vedantmgoyal9/winget-releaser", "vedantmgoyal2009/winget-releaser", "michidk/run-komac")
                .forEach(action -> actions.put(action, WINGET));
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

    /**
     * A command that publishes.
     *
     * @param program what is started
     * @param word one of its arguments; nothing if any will do
     */
    private record Known(Pattern program, Pattern word, String why) {
        boolean fits(Command command) {
            return program.matcher(command.program()).matches()
                    && (word.pattern().isEmpty()
                            || command.arguments().stream()
                                    .anyMatch(argument -> word.matcher(argument).matches()));
        }
    }

    /** A task of Gradle, of any project; a copy on the machine itself publishes nothing. */
    private static Known gradle(String task, String why) {
        return new Known(
                Pattern.compile("gradlew?(?:\\.bat)?"),
                Pattern.compile("(?!\\S*ToMavenLocal)(?:[\\w:-]*:)?" + task),
                why);
    }

    private static List<Known> commands() {
        return List.of(
                new Known(Pattern.compile("(?:[a-z0-9_]++-)*+strip(?:\\.exe)?"), Pattern.compile(""), STRIPPED),
                new Known(Pattern.compile("upx"), Pattern.compile(""), PACKED),
                new Known(Pattern.compile("cargo"), Pattern.compile("publish"), CRATES),
                new Known(Pattern.compile("npm|pnpm|yarn|bun"), Pattern.compile("publish"), NPM),
                new Known(
                        Pattern.compile("maturin|uv|poetry|hatch|flit|twine"),
                        Pattern.compile("publish|upload"),
                        PYTHON),
                new Known(
                        Pattern.compile("mvnw?(?:\\.cmd)?|mvnd"),
                        Pattern.compile("deploy|release:perform|(?:\\S++:)?central-publishing\\S*+"),
                        MAVEN),
                gradle("publishPlugins?", "a plugin for Gradle or an editor; " + JOBS),
                gradle("publish(?:\\w*(?:Publications?\\w*|Repository|Central|Sonatype|Nexus|Packages))?", MAVEN),
                gradle("publish\\w+", "what that task publishes; " + JOBS),
                new Known(
                        Pattern.compile("reprepro|createrepo(?:_c)?|aptly|dpkg-scanpackages|apt-ftparchive"),
                        Pattern.compile(""),
                        "a package repository; " + JOBS),
                new Known(
                        Pattern.compile("cloudsmith|package_cloud|fury"),
                        Pattern.compile("push"),
                        "a package repository; " + JOBS),
                new Known(Pattern.compile("brew"), Pattern.compile("bump-(?:formula|cask)-pr"), HOMEBREW),
                new Known(Pattern.compile("wingetcreate|komac"), Pattern.compile("update|new|submit"), WINGET),
                new Known(
                        Pattern.compile("mkdocs|mike|ghp-import|gh-pages"),
                        Pattern.compile("gh-deploy|deploy|-p|-d"),
                        WEBSITE),
                new Known(Pattern.compile("snapcraft"), Pattern.compile("upload|push|release"), "a snap; " + JOBS),
                new Known(Pattern.compile("vsce|ovsx|npx"), Pattern.compile("publish"), "an editor extension; " + JOBS),
                new Known(
                        Pattern.compile("gem|choco"),
                        Pattern.compile("push"),
                        "a package for another registry; " + JOBS));
    }

    /** Each step once for all rows of a matrix, with what takes its place. */
    public static List<Fact<String>> of(ExistingWorkflow workflow) {
        Map<String, Fact<String>> found = new LinkedHashMap<>();
        Set<String> late = late(workflow);
        for (DryRow job : workflow.jobs()) {
            boolean released = late.contains(job.id());
            for (DryStep step : job.steps()) {
                boolean after = released;
                reason(step, after)
                        .ifPresent(reason -> found.putIfAbsent(
                                step.place(),
                                new Fact<>(step.name() + "\n" + reason, step.place() + " jobs." + job.id())));
                released |= ReleaseStep.of(step).isPresent();
            }
        }
        return List.copyOf(found.values());
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
    private static Optional<String> reason(DryStep step, boolean after) {
        return Signatures.lost(step)
                .or(() -> Optional.ofNullable(ACTIONS.get(step.action())))
                .or(() -> step.commands().stream()
                        .flatMap(command -> reason(command).stream())
                        .findFirst())
                .or(() -> elsewhere(step, after));
    }

    /** What only a secret shows: it works with something that the token of a job does not open. */
    private static Optional<String> elsewhere(DryStep step, boolean after) {
        boolean known = step.action().matches(PREPARING) || ReleaseStep.of(step).isPresent() || ImageNames.pushes(step);
        return step.secrets().isEmpty()
                ? Optional.empty()
                : (known ? SecretUse.inside(step) : SecretUse.of(step, after)).text(step.secrets());
    }

    private static Optional<String> reason(Command command) {
        boolean tries = command.arguments().stream()
                .anyMatch(word -> word.equals("--dry-run")
                        || word.equals("-n") && command.program().equals("cargo"));
        return tries
                ? Optional.empty()
                : COMMANDS.stream()
                        .filter(known -> known.fits(command))
                        .map(Known::why)
                        .findFirst();
    }
}
