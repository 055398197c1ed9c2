package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.detect.workflow.Checkouts;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.JReleaserCall;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.model.workflow.Job;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
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
    static final Reason PACKED = Reason.of(Reason.Kind.REMARK, "programs are larger without it", Reason.JOBS);
    static final Reason WEBSITE = Reason.of("a website", Reason.JOBS);
    static final Reason NPM = Reason.of("an npm package", Reason.JOBS);
    static final Reason PYTHON = Reason.of("a Python package", Reason.JOBS);
    static final Reason DISCUSSION = Reason.of("a discussion about the release", Reason.JOBS);
    private static final Reason JRELEASER = Reason.of(
            Reason.Kind.REMARK,
            "JReleaser publishes artifacts, packages or announcements",
            "run it after the release, in 'jobs'");

    private static final Reason COMMIT =
            Reason.of("a commit that it pushes to a branch", "make it before the release, or after it in 'jobs'");

    private static final Reason COMMIT_ELSEWHERE = Reason.of("a commit in another repository", Reason.JOBS);

    /** What others need before they can do anything. */
    private static final String PREPARING =
            "(?:actions(?!/github-script)|docker|cachix|codecov|taiki-e|Swatinem|dtolnay|actions-rs"
                    + "|actions-rust-lang|houseabsolute|jdx|mozilla-actions|aws-actions|google-github-actions|azure)/.*"
                    + "|.*(?i:login|app-token|sccache|import-gpg|checkout|cache|setup).*";

    private static final Map<String, Reason> ACTIONS = actions();

    private PublishingSteps() {}

    private static Map<String, Reason> actions() {
        Map<String, Reason> actions = new LinkedHashMap<>();
        Stream.of(
                        "mislav/bump-homebrew-formula-action",
                        "dawidd6/action-homebrew-bump-formula",
                        "Justintime50/homebrew-releaser",
                        "macauley/action-homebrew-bump-cask")
                .forEach(action -> actions.put(action, Reason.HOMEBREW));
        Stream.of("svenstaro/upx-action", "crazy-max/ghaction-upx").forEach(action -> actions.put(action, PACKED));
        Stream.of("pypa/gh-action-pypi-publish", "PyO3/maturin-action").forEach(action -> actions.put(action, PYTHON));
        Stream.of(
                        "ad-m/github-push-action",
                        "EndBug/add-and-commit",
                        "stefanzweifel/git-auto-commit-action",
                        "planetscale/ghcommit-action")
                .forEach(action -> actions.put(action, COMMIT));
        actions.put("devops-infra/action-commit-push", COMMIT);
        Stream.of("peter-evans/create-pull-request", "devops-infra/action-pull-request", "repo-sync/pull-request")
                .forEach(action -> actions.put(action, PublishingCommands.PULL_REQUEST));
        actions.put("JS-DevTools/npm-publish", NPM);
        Stream.of("stefanprodan/helm-gh-pages", "helm/chart-releaser-action", "appany/helm-oci-chart-releaser")
                .forEach(action -> actions.put(action, PublishingCommands.CHART));
        Stream.of("haskell-actions/hackage-publish", "rubygems/release-gem")
                .forEach(action -> actions.put(action, PublishingCommands.REGISTRY));
        actions.put("katyo/publish-crates", Reason.CRATES);
        actions.put("KSXGitHub/github-actions-deploy-aur", Reason.of("an Arch Linux package", Reason.JOBS));
        Stream.of("snapcore/action-publish", "canonical/action-publish")
                .forEach(action -> actions.put(action, Reason.of("a snap", Reason.JOBS)));
        actions.put("rajatjindal/krew-release-bot", Reason.of("a Krew plugin", Reason.JOBS));
        Stream.of(
                        "actions/deploy-pages",
                        "peaceiris/actions-gh-pages",
                        "JamesIves/github-pages-deploy-action",
                        "crazy-max/ghaction-github-pages")
                .forEach(action -> actions.put(action, WEBSITE));
        Stream.of("sdkman/sdkman-release-action", "sdkman/sdkman-default-action", "sdkman/sdkman-announce-action")
                .forEach(action -> actions.put(action, Reason.of("a version on SDKMAN", Reason.JOBS)));
        Stream.of(
                        "google-github-actions/deploy-cloudrun",
                        "google-github-actions/deploy-appengine",
                        "google-github-actions/deploy-cloud-functions",
                        "azure/webapps-deploy",
                        "azure/functions-action",
                        "azure/container-apps-deploy-action",
                        "aws-actions/amazon-ecs-deploy-task-definition",
                        "aws-actions/aws-cloudformation-github-deploy",
                        "aws-actions/aws-lambda-deploy",
                        "akhileshns/heroku-deploy")
                .forEach(action -> actions.put(action, PublishingCommands.DEPLOYMENT));
        Stream.of(
                        "cloudflare/pages-action",
                        "cloudflare/wrangler-action",
                        "FirebaseExtended/action-hosting-deploy",
                        "nwtgck/actions-netlify",
                        "amondnet/vercel-action")
                .forEach(action -> actions.put(action, WEBSITE));
        actions.put("HaaLeo/publish-vscode-extension", Reason.of("an editor extension", Reason.JOBS));
        return actions;
    }

    /** Whether it is known what an action publishes. */
    static boolean knows(String action) {
        return ACTIONS.containsKey(action);
    }

    /** Each thing that a step publishes, once for all rows of a matrix, with what takes its place. */
    public static List<Fact<ListedStep>> of(ExistingWorkflow workflow) {
        Map<String, Fact<ListedStep>> found = new LinkedHashMap<>();
        Set<String> late = late(workflow);
        boolean noted = ReleaseNotes.covered(workflow);
        LatestRelease latest = LatestRelease.of(workflow);
        for (DryRow job : workflow.jobs()) {
            boolean released = late.contains(job.id());
            boolean commits = job.commands().anyMatch(PublishingSteps::commits);
            for (DryStep step : job.steps()) {
                boolean after = released;
                List<Reason> pushed = step.commands().stream()
                        .filter(SecretUse::pushesBranch)
                        .flatMap(command -> commits
                                ? Stream.of(
                                        isElsewhere(command, job)
                                                ? commit(job, command.folder())
                                                : commitHere(job, command.folder()))
                                : PushedBranches.of(command))
                        .distinct()
                        .toList();
                Stream.of(
                                (pushed.isEmpty() ? reasons(step, after, job) : pushed).stream(),
                                noted ? Stream.<Reason>of() : ReleaseNotes.lost(step).stream(),
                                ReleaseTitle.lost(step).stream(),
                                latest.lost(step).stream(),
                                movesTag(step).stream(),
                                secondTag(step).stream())
                        .flatMap(reasons -> reasons)
                        .forEach(reason -> found.putIfAbsent(
                                step.place() + " " + reason.text(), ListedStep.of(step, job.id(), reason)));
                released |= ReleaseStep.of(step).isPresent();
            }
        }
        return List.copyOf(found.values());
    }

    /** Workflows of others name an action by a tag such as {@code v1}. */
    private static Optional<Reason> movesTag(DryStep step) {
        boolean moves =
                step.action().matches(".*/(?:action-update-semver|update-majorver|actions-tagger|major-release-tags)")
                        || step.commands().stream().anyMatch(PublishingSteps::movesTag);
        return moves ? Optional.of(Reason.of("a tag that moves, such as 'v1'", Reason.JOBS)) : Optional.empty();
    }

    /** Go modules below the root have their own tags, which start with the folder of the module. */
    private static Optional<Reason> secondTag(DryStep step) {
        boolean pushes =
                step.commands().stream().anyMatch(command -> command.toString().matches("(?s)git .*\\bpush\\b.*"));
        return step.commands().stream()
                .filter(command -> pushes && command.program().equals("git"))
                .map(Command::arguments)
                .filter(words -> words.size() > 1 && words.get(0).equals("tag") && !words.contains("-d"))
                .flatMap(words -> words.stream().skip(1))
                .filter(word -> word.matches("[\\w@./-]+[-/@]v?\\{(tag|version)}"))
                .findFirst()
                .map(tag -> Reason.of("a second tag, '" + tag + "'", Reason.JOBS));
    }

    private static boolean commits(Command command) {
        return command.program().equals("git") && command.arguments().contains("commit");
    }

    /** A commit of an action or a command in a folder, which may be that of another repository. */
    private static Reason commitHere(DryRow job, String folder) {
        return new Checkouts(job).another(folder).isPresent() ? commit(job, folder) : COMMIT;
    }

    private static Reason commit(DryRow job, String folder) {
        return new Checkouts(job)
                .another(folder)
                .map(name -> Reason.of("a commit in the repository '" + name + "'", Reason.JOBS))
                .orElse(COMMIT_ELSEWHERE);
    }

    /** The folder in which an action commits. */
    private static String folder(DryStep step) {
        return Stream.of("repository", "cwd", "directory")
                .flatMap(input -> Optional.ofNullable(step.with().get(input)).stream())
                .filter(path -> !path.matches("[\\w.-]+/[\\w.-]+") || path.startsWith("./"))
                .findFirst()
                .map(path -> Tree.path("", path))
                .orElse("");
    }

    /** Whether a command runs in a clone that the job makes of another repository. */
    private static boolean isElsewhere(Command command, DryRow job) {
        boolean clones = job.commands()
                .anyMatch(one -> one.program().equals("git") && one.arguments().contains("clone"));
        boolean checksOut = job.steps().stream()
                .anyMatch(step -> step.action().equals("actions/checkout")
                        && step.with().containsKey("repository")
                        && step.with().containsKey("path"));
        return !command.folder().isEmpty() && !command.folder().equals(job.checkout()) && (clones || checksOut);
    }

    private static boolean movesTag(Command command) {
        List<String> words = command.arguments();
        return command.program().equals("git")
                && words.contains("tag")
                && !words.contains(Symbols.TAG)
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
    private static List<Reason> reasons(DryStep step, boolean after, DryRow job) {
        List<Reason> known = Stream.of(
                        Signatures.lost(step, job.runner()).stream(),
                        WingetPackages.reason(step).stream(),
                        Stream.ofNullable(ACTIONS.get(step.action()))
                                .filter(any -> !installs(step))
                                .map(reason -> !reason.equals(COMMIT)
                                        ? reason
                                        : step.with()
                                                        .getOrDefault("repository", "")
                                                        .isEmpty()
                                                ? commitHere(job, folder(step))
                                                : commit(job, folder(step))),
                        JReleaserCall.publishes(step) ? Stream.of(JRELEASER) : Stream.<Reason>empty(),
                        ImageNames.pushesUnnamed(step) ? Stream.of(Reason.UNNAMED_IMAGE) : Stream.<Reason>empty(),
                        Stream.of(DISCUSSION).filter(any -> step.with().containsKey("discussion_category_name")),
                        PublishingCommands.reasons(step.commands()).stream())
                .flatMap(reasons -> reasons)
                .toList();
        return known.isEmpty() ? elsewhere(step, after).stream().toList() : known;
    }

    /** Whether an action only brings its program. */
    private static boolean installs(DryStep step) {
        return step.with().getOrDefault("install-only", "").equals("true");
    }

    /** What only a secret shows: it works with something that the token of a job does not open. */
    private static Optional<Reason> elsewhere(DryStep step, boolean after) {
        if (SecretUse.opens(step)) {
            return SecretUse.OPENS.reason(step.secrets());
        }
        boolean known = step.action().matches(PREPARING)
                || installs(step)
                || ReleaseStep.of(step).isPresent()
                || ImageNames.pushes(step);
        return step.secrets().isEmpty()
                ? Optional.empty()
                : (known ? SecretUse.inside(step) : SecretUse.of(step, after)).reason(step.secrets());
    }
}
