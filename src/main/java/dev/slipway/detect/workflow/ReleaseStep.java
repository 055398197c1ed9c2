package dev.slipway.detect.workflow;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Uses;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognizes the step of a job that makes a release or adds to one. */
public final class ReleaseStep {
    private static final List<String> ACTIONS = List.of(
            "softprops/action-gh-release",
            "svenstaro/upload-release-action",
            "taiki-e/upload-rust-binary-action",
            "taiki-e/create-gh-release-action",
            "ncipollo/release-action",
            "actions/create-release",
            "actions/upload-release-asset",
            "shogo82148/actions-upload-release-asset",
            "jreleaser/release-action",
            "marvinpinto/action-automatic-releases",
            "alexellis/upload-assets",
            "skx/github-action-publish-binaries",
            "AButler/upload-release-assets",
            "meeDamian/github-release",
            "termux/upload-release-action",
            "csexton/release-asset-action",
            "Shopify/upload-to-release",
            "JasonEtco/upload-to-release",
            "xresloader/upload-to-github-release",
            "houseabsolute/actions-rust-release",
            "rust-build/rust-build.action",
            "wangyoucao577/go-release-action");
    private static final Pattern COMMAND = Pattern.compile(
            "\\b(gh (?:(?:-R|--repo)[ =]\\S++ )?release (?:(?:-R|--repo)[ =]\\S++ )?(?:create|upload)|hub release (?:create|edit)|dist host|jreleaser[ :](?:full-|auto-config-)?release|jreleaser(?:Full|AutoConfig)?Release|grinder pkg-github-[a-z]{1,20}+)\\b");

    private static final Pattern TARGET =
            Pattern.compile(" (?:-R|--repo)[ =]([\\w.-]{1,100}/[\\w.-]{1,100})(?![\\w./{-])");

    /** Commands whose arguments are only shown. */
    private static final Set<String> SHOWING = Set.of("echo", "printf", "Write-Host", "Write-Output", "cat");

    /** An option, a field or a property that says that a release is no draft. */
    private static final Pattern SHOWN =
            Pattern.compile("--draft=false|\\bdraft=false|\\bdraft[\"']?\\s{0,5}:\\s{0,5}false");

    private static final Pattern HIDDEN =
            Pattern.compile("--draft=true|\\bdraft=true|\\bdraft[\"']?\\s{0,5}:\\s{0,5}true");

    private ReleaseStep() {}

    public static boolean isIn(DryRow job) {
        return of(job).isPresent();
    }

    /** The action or the command that does it. */
    public static Optional<String> of(DryRow job) {
        return job.steps().stream().flatMap(step -> of(step).stream()).findFirst();
    }

    /** The action or the command of one step that does it. */
    public static Optional<String> of(DryStep step) {
        if (ACTIONS.contains(step.action())) {
            return Optional.of(step.action()).filter(action -> !prepares(step));
        }
        if (Uploads.shaped(step) || ScriptUpload.of(step).isPresent()) {
            return Optional.of(step.action());
        }
        Optional<String> command = GoReleaserCall.of(step)
                .filter(call -> call.releases() || call.isPartial())
                .map(GoReleaserCall::means)
                .findFirst()
                .or(() -> command(step.run()));
        if (command.isPresent()) {
            return command;
        }
        return step.commands().stream().flatMap(one -> of(one).stream()).findFirst();
    }

    /** The same as the workflow has it, for a step that a run does not come to. */
    static Optional<String> written(Step step) {
        return step instanceof Uses uses
                ? Optional.of(uses.action().name()).filter(ACTIONS::contains)
                : step instanceof Run run ? command(run.script().source()) : Optional.empty();
    }

    /**
     * Whether a step names another repository for its release. One of the same name may be the one that a fork is of.
     *
     * @param repository {@code owner/name} of this one
     */
    static boolean isElsewhere(DryStep step, String repository) {
        Stream<String> inputs = Stream.of("repository", "repo_name")
                .flatMap(key -> Optional.ofNullable(step.with().get(key)).stream());
        List<Command> commands = step.commands().stream()
                .filter(command -> command(command.toString()).isPresent())
                .toList();
        Stream<String> options = commands.stream()
                .map(command -> TARGET.matcher(command.toString()))
                .map(option -> option.find() ? option.group(1) : "");
        List<String> named = (step.action().isEmpty() ? options : inputs).toList();
        return !named.isEmpty()
                && named.stream()
                        .allMatch(name -> name.matches("[\\w.-]+/[\\w.-]+")
                                && !withoutOwner(name).equalsIgnoreCase(withoutOwner(repository)));
    }

    private static String withoutOwner(String repository) {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /** Whether the action or the command that makes a release is GoReleaser's. */
    public static boolean byGoReleaser(String means) {
        return means.startsWith("goreleaser");
    }

    /** Whether a release tool is started for something else: it also makes files that nobody uploads. */
    private static boolean prepares(DryStep step) {
        return step.with().getOrDefault("upload", "").equalsIgnoreCase("false")
                || step.action().startsWith("jreleaser/")
                        && JReleaserCall.of(step).noneMatch(JReleaserCall::releases);
    }

    private static Optional<String> command(String script) {
        return script.lines()
                .flatMap(line -> {
                    Matcher known = COMMAND.matcher(line);
                    return known.find() && !isShown(line.substring(0, known.start()))
                            ? Stream.of(plain(known.group(1)))
                                    .filter(name -> !name.startsWith("jreleaser") || !rehearses(line))
                            : Stream.of();
                })
                .findFirst();
    }

    /** Whether what follows is a comment, or an argument of a command that shows it. */
    private static boolean isShown(String before) {
        String text = before.strip();
        int end = text.indexOf(' ');
        boolean further = text.chars().anyMatch(letter -> "|;&".indexOf(letter) >= 0);
        return text.startsWith("#") || !further && SHOWING.contains(end < 0 ? text : text.substring(0, end));
    }

    /** Whether an option of JReleaser, its Maven plugin or its Gradle plugin says that nothing leaves the machine. */
    private static boolean rehearses(String options) {
        return JReleaserCall.tries(List.of(options.strip().split("\\s++")));
    }

    /** Scripts of the repository may release, too. */
    private static Optional<String> of(Command command) {
        String text = command.toString();
        boolean uploads = command.program().equals("curl")
                && text.matches("(?s).*(uploads\\.github\\.com|api\\.github\\.com/repos/.*/releases).*")
                && text.matches("(?s).*(POST|--data|-d |--form|--upload-file|-T ).*");
        boolean ghr = isGhr(command) && command.arguments().stream().anyMatch(word -> !word.startsWith("-"));
        return command(text)
                .or(() -> uploads ? Optional.of("curl") : Optional.empty())
                .or(() -> ghr ? Optional.of("ghr") : Optional.empty());
    }

    /** Whether it is {@code ghr}, which may have the name under which people download it. */
    static boolean isGhr(Command command) {
        return command.program().matches("ghr(?:[-_](?i:linux|darwin|macos|windows)[A-Za-z0-9_-]*+)?");
    }

    /** A command without the repository that it is for. */
    private static String plain(String command) {
        return command.replaceAll(" (-R|--repo)[ =]\\S++", "");
    }

    /** Whether it makes a draft. */
    public static boolean drafts(DryRow job) {
        return job.steps().stream()
                .anyMatch(step -> ACTIONS.contains(step.action())
                                && step.with().getOrDefault("draft", "").equals("true")
                        || draftsByScript(step.with().getOrDefault("script", ""))
                        || step.commands().stream().anyMatch(ReleaseStep::drafts));
    }

    private static boolean draftsByScript(String script) {
        return script.contains("createRelease") && HIDDEN.matcher(script).find();
    }

    private static boolean drafts(Command command) {
        String text = command.toString();
        boolean asks = command.program().matches("curl|gh") && text.contains("/releases");
        return text.matches("(?s)gh release create .*--draft( .*)?")
                || asks && HIDDEN.matcher(text).find();
    }

    /** Whether it makes a draft visible. */
    public static boolean undrafts(DryRow job) {
        return job.steps().stream()
                .anyMatch(step ->
                        SHOWN.matcher(step.with().getOrDefault("script", "")).find()
                                || ACTIONS.contains(step.action())
                                        && step.with().getOrDefault("draft", "").equals("false")
                                || step.action().equals("eregon/publish-release")
                                || step.commands().stream()
                                        .anyMatch(command -> SHOWN.matcher(command.toString())
                                                .find()));
    }
}
