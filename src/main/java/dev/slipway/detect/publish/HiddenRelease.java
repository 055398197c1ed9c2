package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.upload.Makers;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.Releaser;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Shell;
import dev.slipway.shell.Symbols;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds workflows that may release unseen: a step gets a token that may write to the repository, and starts a program of the
 * repository, a build tool or an action for releases, of which nothing is known.
 */
public final class HiddenRelease {
    private static final Set<String> STARTS =
            Set.of("release", "create", "workflow_dispatch", "repository_dispatch", "workflow_run");

    /** Programs that install, test and check, by their names. */
    private static final String HARMLESS =
            "(?s)\\S+ (?:ci|install|i|add|test|check|lint|fmt|format|sync|config|cache|version|-m pip .*|-m venv .*|--version)(?: .*)?|\\S+"
                    + "|(?:tar|unzip|7z|gh) .*";

    /** Words in the name of a step or a target that suggest a release. */
    private static final Pattern WORDS = Pattern.compile("(?i)release|publish|upload|ship(?![a-z])");

    /** Secrets that are the key of a registry, by their names. */
    private static final Pattern REGISTRY =
            Pattern.compile("(?i)nuget|npm_|pypi|crates|cargo_registry|sonatype|ossrh|hackage|rubygems");

    private static final Pattern SITE =
            Pattern.compile("(?i)(?<![a-z])(?:docs?|documentation|pages|site|website|bench(?:mark)?s?)(?![a-z])");

    /** Actions whose name speaks of releases, except those that prepare one, and those of others that are downloaded. */
    private static final Pattern ACTION = Pattern.compile(
            "(?i)^(?!actions/|github/)(?!.*(?:download|setup|install|note|changelog|version|drafter|please|plz|tag"
                    + "|semantic|chart|docs|cache|get-|fetch|check|lint)).*release");

    /** The inputs that choose the task of an action. */
    private static final Set<String> TASKS = Set.of("task", "action", "command", "mode", "operation");

    private static final Pattern TASK = Pattern.compile(
            "(?i)(?:(?:create|make|publish|github|draft)[-_ ]?)?releases?(?:[-_ ](?:create|publish|upload))?"
                    + "|upload(?:[-_ ](?:assets?|files|release))?");

    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)upload[-_](?:assets?|releases?)|(?:github|gh)[-_]?release(?:[-_](?:tool|cli|upload))?|(?:release|asset)[-_]upload(?:er)?"
                    + "|publish[-_]releases?");

    /** Programs that run tasks. */
    private static final Set<String> TOOLS =
            Set.of("gradlew", "gradle", "npm", "pnpm", "yarn", "make", "just", "task", "rake", "bb");

    private static final int LONGEST = 60;

    private HiddenRelease() {}

    /**
     * The workflow, if it does nothing else that releases, so that it may do so with what cannot be seen.
     *
     * @param alone whether no other workflow is seen to release: tokens that may write count then, too
     */
    public static Stream<Releaser> of(ExistingWorkflow workflow, RepositoryFiles files, boolean alone) {
        boolean started =
                !workflow.startingTags().isEmpty() || workflow.events().stream().anyMatch(STARTS::contains);
        String called = workflow.file() + " " + workflow.run().workflow().name();
        if (!started && alone && workflow.run().pushesBranches() && !workflow.early()) {
            Optional<Releaser> task = tasks(workflow).findFirst();
            if (task.isPresent()) {
                return task.stream();
            }
        }
        if (!started && workflow.branches().isEmpty()
                || SITE.matcher(called).find()
                || workflow.releases()
                || workflow.early()
                || workflow.onlyCalled()) {
            return Stream.of();
        }
        return workflow.jobs().stream()
                .flatMap(job -> job.steps().stream()
                        .filter(step -> writes(step, alone))
                        .filter(step -> started || tool(step).isPresent())
                        .filter(step -> WORDS.matcher(called + " " + job.id() + " " + step.name() + " " + step.run())
                                        .find()
                                || step.secrets().stream()
                                        .anyMatch(secret ->
                                                REGISTRY.matcher(secret).find()))
                        .flatMap(
                                step -> unseen(step, files).map(command -> new Fact<>(command, step.place())).stream()))
                .limit(1)
                .map(means -> Releaser.unknown(workflow, means));
    }

    /**
     * What the job that may release publishes elsewhere, if no workflow is seen to release; all jobs of a workflow for tags that
     * calls one of another repository.
     */
    public static Stream<Fact<ListedStep>> beside(ExistingWorkflow workflow, RepositoryFiles files) {
        if (Releaser.of(workflow).anyMatch(releaser -> releaser.work() == Releaser.Work.UNKNOWN)) {
            return PublishingSteps.of(workflow).stream();
        }
        Set<String> places = of(workflow, files, true)
                .map(releaser -> releaser.means().from())
                .collect(Collectors.toSet());
        Set<String> jobs = workflow.jobs().stream()
                .filter(job -> job.steps().stream().anyMatch(step -> places.contains(step.place())))
                .map(DryRow::id)
                .collect(Collectors.toSet());
        return places.isEmpty()
                ? Stream.of()
                : PublishingSteps.of(workflow.with(job -> jobs.contains(job.id()))).stream();
    }

    /** A task for releases that gets a secret or a token at pushes to a branch. */
    private static Stream<Releaser> tasks(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .flatMap(job -> job.steps().stream()
                        .filter(step -> !step.secrets().isEmpty()
                                || step.token() != DryStep.Token.NONE
                                || hasSecret(workflow, job.id())))
                .flatMap(step -> step.commands().stream()
                        .filter(command -> TOOLS.contains(command.program()))
                        .filter(command -> command.arguments().stream()
                                .anyMatch(word -> word.toLowerCase(Locale.ROOT).startsWith("release")))
                        .map(command -> new Fact<>(shortened(command.toString()), step.place())))
                .limit(1)
                .map(means -> Releaser.unknown(workflow, means));
    }

    /** Whether all steps of a job get a secret. */
    private static boolean hasSecret(ExistingWorkflow workflow, String id) {
        return workflow.run().workflow().jobs().stream()
                .filter(job -> job.id().equals(id) && job instanceof StepsJob)
                .flatMap(job -> ((StepsJob) job).env().values().stream())
                .anyMatch(text -> text.toString().contains("secrets."));
    }

    /** Whether it gets a token for the repository: that of the job, or one that somebody made for it. */
    private static boolean writes(DryStep step, boolean alone) {
        boolean may =
                step.token() == DryStep.Token.UNKNOWN || step.secrets().stream().anyMatch(HiddenRelease::isToken);
        return step.token() == DryStep.Token.WRITES || alone && may;
    }

    /** Whether a secret is a token of GitHub, by its name. */
    private static boolean isToken(String secret) {
        List<String> parts = List.of(secret.toUpperCase(Locale.ROOT).split("_"));
        return (parts.contains("GH") || parts.contains("GITHUB")) && (parts.contains("TOKEN") || parts.contains("PAT"));
    }

    private static Optional<String> unseen(DryStep step, RepositoryFiles files) {
        String action = step.action();
        boolean releases = ACTION.matcher(action).find() && !PublishingSteps.knows(action);
        if (!action.startsWith("./") && (releases || isAsked(step))) {
            return Optional.of(action);
        }
        return tool(step).map(Command::toString).or(() -> program(step, files)).map(HiddenRelease::shortened);
    }

    /** Whether an input asks the action of somebody to release or to upload. */
    private static boolean isAsked(DryStep step) {
        return !step.action().isEmpty()
                && !step.action().matches("(?:actions|github|docker)/.*")
                && step.with().entrySet().stream()
                        .anyMatch(input -> TASKS.contains(input.getKey())
                                && TASK.matcher(input.getValue()).matches());
    }

    /** A command of a program for releases that is not known, by the words that it gets. */
    private static Optional<Command> tool(DryStep step) {
        return step.commands().stream()
                .filter(command -> !command.program().matches("echo|printf|gh|git"))
                .filter(command -> command.arguments().stream()
                                .anyMatch(word -> word.matches("create-(?:[a-z]++-)?releases?|github-release"))
                        || runsForReleases(command)
                        || isForReleases(command))
                .findFirst();
    }

    /** Whether the name of a program, which is no file of the repository, says that it uploads files of releases. */
    private static boolean isForReleases(Command command) {
        return !command.words().isEmpty()
                && command.words().get(0).indexOf('/') < 0
                && PROGRAM.matcher(command.program()).matches();
    }

    /** Whether Go or Cargo runs a program that gets an argument such as {@code release}. */
    private static boolean runsForReleases(Command command) {
        return command.toString().matches("(?s)(?:go (?:run|tool)|cargo (?:run|xtask)) .*")
                && command.arguments().stream()
                        .anyMatch(word ->
                                !word.startsWith("-") && WORDS.matcher(word).find());
    }

    private static Optional<String> program(DryStep step, RepositoryFiles files) {
        return step.commands().stream()
                .filter(command -> !command.words().isEmpty())
                .filter(command -> !command.toString().matches(HARMLESS) && !onlyTags(command))
                .filter(command -> Makers.of(command, Set.of("goreleaser"), followed(command, files)).stream()
                        .anyMatch(area -> area.deep()
                                && area.start().isEmpty()
                                && area.end().isEmpty()))
                .findFirst()
                .map(command -> called(step, command, files))
                .or(() -> step.commands().stream()
                        .limit(1)
                        .filter(any -> step.commands().stream().anyMatch(HiddenRelease::handsOver))
                        .findFirst())
                .map(Command::toString);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** The plugin of Maven that makes the tag and deploys from it, and makes no release. */
    private static boolean onlyTags(Command command) {
        return command.program().matches("mvnw?")
                && command.arguments().stream().anyMatch(word -> word.startsWith("release:"));
    }

    /** The command of the step itself, if what was found is how a script that it starts goes on. */
    private static Command called(DryStep step, Command found, RepositoryFiles files) {
        return step.commands().stream()
                .takeWhile(command -> !command.equals(found))
                .filter(command -> found.program().equals("exec") && followed(command, files))
                .filter(command -> !command.program().equals("exec"))
                .reduce((first, last) -> last)
                .orElse(found);
    }

    /** Whether a script ends in a program that only a run knows, as the wrapper of a build tool does. */
    private static boolean handsOver(Command command) {
        return command.program().equals("exec")
                && command.arguments().stream().limit(1).anyMatch(word -> word.contains(Symbols.UNKNOWN));
    }

    private static boolean followed(Command command, RepositoryFiles files) {
        return Shell.follows(command, path -> files.read(path).map(SourceText::text));
    }
}
