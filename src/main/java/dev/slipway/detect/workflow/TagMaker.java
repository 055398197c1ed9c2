package dev.slipway.detect.workflow;

import dev.slipway.model.workflow.FilterPattern;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A step of a workflow that makes the tag of a release.
 *
 * @param tool what makes it
 * @param place the file and the line
 * @param job the key of its job
 * @param token what it pushes with
 */
record TagMaker(String tool, String place, String job, PushToken token) {
    private static final String RELEASE_PLZ = "release-plz";
    private static final String MAVEN = "maven-release-plugin";

    /** Tools that make tags, by their actions. */
    private static final Map<String, String> ACTIONS = actions();

    /** A tag that a script puts together; one with a fixed name is none of a version. */
    private static final Pattern REF = Pattern.compile("refs/tags/v?(?:\\$\\{|[\"'`] *+\\+)");

    /** All of its steps, or the one that tags. */
    private static final Pattern CARGO_RELEASE = Pattern.compile(
            "cargo (?:smart-)?release (?!(?:version|replace|hook|commit|publish|push|owner|changes|config)\\b).*--execute(?: .*)?");

    private static Map<String, String> actions() {
        Map<String, String> actions = new LinkedHashMap<>();
        actions.put("release-plz/action", RELEASE_PLZ);
        actions.put("googleapis/release-please-action", "release-please");
        actions.put("google-github-actions/release-please-action", "release-please");
        actions.put("cycjimmy/semantic-release-action", "semantic-release");
        actions.put("codfish/semantic-release-action", "semantic-release");
        actions.put("go-semantic-release/action", "semantic-release");
        actions.put("changesets/action", "changesets");
        actions.put("Songmu/tagpr", "tagpr");
        for (String action : List.of(
                "haya14busa/action-bumpr",
                "mathieudutour/github-tag-action",
                "anothrNick/github-tag-action",
                "rickstaa/action-create-tag",
                "negz/create-tag",
                "tvdias/github-tagger",
                "pkgdeps/git-tag-action",
                "butlerlogic/action-autotag",
                "Klemensas/action-autotag",
                "phish108/autotag-action",
                "salsify/action-detect-and-tag-new-version")) {
            actions.put(action, action);
        }
        return actions;
    }

    /**
     * The steps of a workflow that make tags; one that a tag or a release starts has its tag already.
     *
     * @param filters the tags that start releases, if they are known: others are of something else
     */
    static Stream<TagMaker> of(ExistingWorkflow workflow, List<String> filters) {
        if (!workflow.tags().isEmpty() || workflow.events().contains("release")) {
            return Stream.of();
        }
        Workflow model = workflow.run().workflow();
        return workflow.jobs().stream()
                .flatMap(row -> PushToken.job(model, row.id()).stream().flatMap(job -> of(row, job, model, filters)));
    }

    private static Stream<TagMaker> of(DryRow row, StepsJob job, Workflow workflow, List<String> filters) {
        Stream<TagMaker> byAction = row.steps().stream()
                .filter(step -> tool(step.action()).isPresent() && !proposes(step) || calls(step))
                .map(step -> {
                    PushToken own = PushToken.of(workflow, job, step.action());
                    String tool = tool(step.action()).orElse(step.action());
                    return new TagMaker(tool, step.place(), row.id(), tool.equals(RELEASE_PLZ) ? own.beside(job) : own);
                });
        return Stream.concat(byAction, byCommand(row, job, workflow, filters).stream());
    }

    /** The tool that an action runs; forks and actions around it have its name. */
    static Optional<String> tool(String action) {
        return Optional.ofNullable(ACTIONS.get(action))
                .or(() ->
                        action.matches("[^/]+/release-plz(?:-action)?") ? Optional.of(RELEASE_PLZ) : Optional.empty());
    }

    /** Whether a script in JavaScript asks GitHub for the tag of a version. */
    private static boolean calls(DryStep step) {
        String script = step.with().getOrDefault("script", "");
        return step.action().equals("actions/github-script")
                && script.contains("createRef")
                && REF.matcher(script).find();
    }

    /** Whether it only prepares a pull request, or says what it would do. */
    private static boolean proposes(DryStep step) {
        return step.with().getOrDefault("command", "").equals("release-pr")
                || step.with()
                        .getOrDefault("dry_run", step.with().getOrDefault("dry-run", ""))
                        .equals("true")
                || step.with().getOrDefault("skip-github-release", "").equals("true");
    }

    /** Whether a workflow runs a tool, if only to open a pull request. */
    static boolean runs(String tool, ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .flatMap(row -> row.steps().stream())
                .anyMatch(step -> tool(step.action()).filter(tool::equals).isPresent()
                        || step.commands().stream().anyMatch(command -> runs(tool, command)));
    }

    private static boolean runs(String tool, Command command) {
        boolean runner = command.program().matches("npx|pnpm|yarn|cargo")
                && command.arguments().stream().noneMatch(word -> word.matches("install|add"));
        List<String> names = List.of(tool, tool.replace("cargo-", ""), tool.replace("changesets", "changeset"));
        return names.contains(command.program())
                || runner && command.arguments().stream().anyMatch(names::contains);
    }

    private static Optional<TagMaker> byCommand(DryRow row, StepsJob job, Workflow workflow, List<String> filters) {
        Checkouts checkouts = new Checkouts(row);
        boolean pushes = row.commands()
                .anyMatch(command -> pushesTags(command)
                        && checkouts.another(command.folder()).isEmpty());
        return row.steps().stream()
                .flatMap(step -> step.commands().stream()
                        .filter(command -> !command.program().equals("git")
                                || checkouts.another(command.folder()).isEmpty())
                        .flatMap(command -> tool(command, pushes, filters).stream())
                        .map(tool -> new TagMaker(
                                tool,
                                step.place(),
                                row.id(),
                                tool.startsWith("git ") || tool.equals(MAVEN)
                                        ? PushToken.ofGit(job)
                                        : PushToken.ofScripts(workflow, job))))
                .findFirst();
    }

    /** The tool that a command starts to make a tag. */
    private static Optional<String> tool(Command command, boolean pushes, List<String> filters) {
        String text = command.toString();
        if (pushes && makesTag(command, filters)) {
            return Optional.of("git tag");
        }
        List<String> started = ofPackage(command.inner());
        if (started.get(0).equals("semantic-release")) {
            return semantic(started);
        }
        if (String.join(" ", started).matches("changeset (tag|publish)( .*)?")) {
            return Optional.of("changesets");
        }
        if (text.matches("release-plz release( .*)?")) {
            return Optional.of(RELEASE_PLZ);
        }
        boolean please = command.program().equals("release-please")
                || command.program().equals("npx") && command.arguments().contains("release-please");
        if (please && command.arguments().stream().anyMatch(word -> word.matches("(?:github-)?release"))) {
            return Optional.of("release-please");
        }
        if (command.program().matches("mvnw?")
                && text.contains("release:prepare")
                && !text.contains("-DdryRun=true")
                && !text.contains("-DpushChanges=false")) {
            return Optional.of(MAVEN);
        }
        if (CARGO_RELEASE.matcher(text).matches() && !text.contains(" --no-tag")) {
            return Optional.of("cargo-release");
        }
        return text.matches("(?s)gh api .*/git/refs( .*)?refs/tags/.*") ? Optional.of("gh api") : Optional.empty();
    }

    /** There are two of the name: the one in Python has words for what it does, and that in JavaScript has only options. */
    private static Optional<String> semantic(List<String> started) {
        if (started.contains("--dry-run") || started.contains("-d") || started.contains("--noop")) {
            return Optional.empty();
        }
        boolean python = started.stream().anyMatch(word -> word.matches("version|publish|changelog|generate-config"));
        if (!python) {
            return Optional.of("semantic-release");
        }
        boolean tags = started.contains("version")
                && started.stream().noneMatch(word -> word.matches("--(no-tag|no-push|print.*)"));
        return tags ? Optional.of("python-semantic-release") : Optional.empty();
    }

    /** What a program of Node starts that is in a package: its name without a version, and its arguments. */
    private static List<String> ofPackage(Command command) {
        List<String> words = command.words();
        String text = command.toString();
        int at = command.program().matches("npx|pnpx|bunx|pnpm|yarn")
                ? 1
                : text.matches("(npm (exec|x)|bun x) .*") ? 2 : 0;
        while (at > 0 && at < words.size() && words.get(at).matches("-.*|run")) {
            at += words.get(at).matches("-p|--package") ? 2 : 1;
        }
        if (at >= words.size()) {
            return List.of("");
        }
        List<String> started = new ArrayList<>(words.subList(at, words.size()));
        started.set(0, started.get(0).replaceFirst("(?<=.)@[^@]*$", "").replaceFirst("^.*/", ""));
        return started;
    }

    /** Whether a command makes a tag of a version; moving one that is called {@code latest} or {@code nightly} is not a release. */
    private static boolean makesTag(Command command, List<String> filters) {
        List<String> words = command.arguments();
        if (!command.program().equals("git") || words.isEmpty() || !words.get(0).equals("tag")) {
            return false;
        }
        List<String> rest = words.subList(1, words.size());
        boolean other = rest.stream()
                .anyMatch(
                        word -> word.matches("-[ldvnf]|--(list|delete|verify|force|contains|points-at|sort|merged).*"));
        return !other
                && rest.stream()
                        .anyMatch(word -> !word.startsWith("-") && word.matches(".*[0-9{].*") && starts(word, filters));
    }

    /** Whether a tag that begins like this one may pass filters. */
    private static boolean starts(String tag, List<String> filters) {
        String known = tag.replaceFirst("[{$].*", "");
        List<String> passing =
                filters.stream().filter(filter -> !filter.startsWith("!")).toList();
        return passing.isEmpty() || passing.stream().map(FilterPattern::of).anyMatch(filter -> mayBegin(filter, known));
    }

    private static boolean mayBegin(FilterPattern filter, String text) {
        BitSet reached = filter.start();
        for (char character : text.toCharArray()) {
            reached = filter.after(reached, character);
        }
        return !reached.isEmpty();
    }

    private static boolean pushesTags(Command command) {
        return command.program().equals("git")
                && command.arguments().contains("push")
                && command.arguments().size() > 1;
    }
}
