package dev.slipway.detect.workflow;

import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a step starts GoReleaser for, be it by its action, by its program, in its container image or by Go.
 *
 * @param words what is asked of it, such as {@code release --clean}
 * @param action whether the action starts it
 * @param folder where it is started; empty for the top
 * @see <a href="https://goreleaser.com/customization/partial/">partial releases</a>
 */
public record GoReleaserCall(List<String> words, boolean action, String folder) {
    private static final String ACTION = "goreleaser/goreleaser-action";
    private static final String PROGRAM = "goreleaser";

    /** Where a step has the files that its config adds; no action has such an input. */
    static final String EXTRA = "goreleaser release.extra_files";

    /** That the config of a step says {@code release.disable}; no action has such an input. */
    private static final String DISABLED = "goreleaser release.disable";

    /** What publishes; {@code continue} and {@code publish} do so with what another call prepared. */
    private static final Set<String> PUBLISHING = Set.of("release", "r", "continue", "publish", "p");

    /** Options that leave nothing, or only files for another call to publish. */
    private static final Set<String> TRYING = Set.of("--snapshot", "--skip-publish", "--help", "-h", "--version", "-v");

    /** What a shell that reads a script from a pipe is called with, before the words of the script. */
    private static final Set<String> READING = Set.of("-s", "--", "-", "/dev/stdin");

    /** Where the script is that a shell reads: {@code curl … | bash -s -- release}. */
    private static final Set<String> SCRIPTS = Set.of(
            "https://goreleaser.com/static/run",
            "https://raw.githubusercontent.com/goreleaser/get/master/get",
            "https://git.io/goreleaser");

    /** The program, also under the name of one of its versions. */
    private static final Pattern NUMBERED = Pattern.compile("goreleaser(?:[-_]v?[0-9][0-9.]{0,20}+)?(?:\\.exe)?");

    private static final Set<String> PARTIAL = Set.of("--split", "--prepare");

    public GoReleaserCall {
        words = List.copyOf(words);
    }

    /** The calls of a step, in order. */
    public static Stream<GoReleaserCall> of(DryStep step) {
        return step.with().containsKey(DISABLED) ? started(step).map(GoReleaserCall::skipping) : started(step);
    }

    private static Stream<GoReleaserCall> started(DryStep step) {
        List<Command> commands = step.commands();
        Stream<GoReleaserCall> calls = IntStream.range(0, commands.size())
                .boxed()
                .flatMap(at -> words(commands.get(at))
                        .or(() -> fetched(commands, at))
                        .map(words -> new GoReleaserCall(
                                words, false, commands.get(at).folder()))
                        .stream());
        boolean acts = step.action().equals(ACTION)
                && !step.with().getOrDefault("install-only", "").equals("true");
        return acts ? Stream.concat(Stream.of(byAction(step.with())), calls) : calls;
    }

    private static GoReleaserCall byAction(Map<String, String> inputs) {
        return new GoReleaserCall(
                split(inputs.getOrDefault("args", "")), true, Tree.path("", inputs.getOrDefault("workdir", "")));
    }

    /** A step with the paths of files that it uploads in addition, if it releases; a config of GoReleaser names them. */
    public static DryStep handing(DryStep step, List<String> paths) {
        return of(step).anyMatch(GoReleaserCall::releases) ? step.with(EXTRA, String.join("\n", paths)) : step;
    }

    /** A step as one whose config creates no release. */
    public static DryStep notReleasing(DryStep step) {
        return started(step).findAny().isPresent() ? step.with(DISABLED, "true") : step;
    }

    private GoReleaserCall skipping() {
        return new GoReleaserCall(
                Stream.concat(words.stream(), Stream.of("--skip-publish")).toList(), action, folder);
    }

    /** Whether a command starts it. */
    public static boolean starts(Command command) {
        return words(command).isPresent();
    }

    static List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s++"));
    }

    /** The arguments of GoReleaser, if a command starts it. */
    private static Optional<List<String>> words(Command command) {
        List<String> all = new ArrayList<>(command.words());
        while (all.size() > 1 && Set.of("sudo", "command", "exec", "time").contains(all.get(0))) {
            all.remove(0);
        }
        for (int i = 0; i < all.size(); i++) {
            if (starts(all, i)) {
                return Optional.of(all.subList(i + 1, all.size()));
            }
        }
        return Optional.empty();
    }

    /** The arguments of a shell that reads GoReleaser's own script, from a pipe or a file, which fetches GoReleaser and starts it. */
    private static Optional<List<String>> fetched(List<Command> commands, int at) {
        Command shell = commands.get(at);
        Optional<Command> fetch = !shell.program().matches("(?:ba|z)?sh")
                ? Optional.empty()
                : commands.stream()
                        .filter(command -> command.program().matches("curl|wget")
                                && command.arguments().stream().anyMatch(SCRIPTS::contains))
                        .findFirst();
        List<String> words = shell.arguments().stream()
                .filter(word -> !READING.contains(word))
                .toList();
        boolean piped = fetch.isPresent() && at > 0 && commands.get(at - 1).equals(fetch.get());
        boolean saved = fetch.isPresent()
                && !words.isEmpty()
                && !words.get(0).startsWith("-")
                && (Symbols.open(words.get(0)) || fetch.get().arguments().contains(words.get(0)));
        return saved ? Optional.of(words.subList(1, words.size())) : piped ? Optional.of(words) : Optional.empty();
    }

    /** Whether the word at a place is GoReleaser: the program itself, or what another one starts as such. */
    private static boolean starts(List<String> all, int place) {
        String word = all.get(place);
        String name = word.substring(word.lastIndexOf('/') + 1).replaceFirst("@.*$", "");
        if (place == 0) {
            return NUMBERED.matcher(name).matches();
        }
        String before = all.get(0).substring(all.get(0).lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean named = place == 1 && word.startsWith(PROGRAM + "@")
                || all.get(place - 1).equals("--");
        if (named
                && name.equals(
                        PROGRAM)) { // a program that fetches others by name and version, or one that gives it something
            return true;
        }
        boolean go = before.equals("go") && place == 2 && Set.of("run", "tool").contains(all.get(1));
        boolean module = word.replaceFirst("@.*$", "").matches("(?:github\\.com/goreleaser/)?goreleaser(?:/v\\d+)?");
        boolean container = before.matches("docker|podman")
                && all.subList(0, place).contains("run")
                && !all.get(place - 1).matches("-[ewv]|--(?:env|volume|workdir|name|mount)")
                && (name.replaceFirst(":.*$", "").matches("goreleaser(?:-pro|-cross|-cross-pro)?")
                        || isAsked(all.subList(place + 1, all.size())));
        return go && module || container && !word.startsWith("-");
    }

    /** Whether an image of any name gets what only GoReleaser takes: a release that first removes the folder of the last one. */
    private static boolean isAsked(List<String> rest) {
        return !rest.isEmpty()
                && rest.get(0).equals("release")
                && rest.stream().anyMatch(word -> word.matches("--clean|--rm-dist"));
    }

    /** The command; GoReleaser takes options alone as those of a release. */
    String command() {
        return words.isEmpty() || words.get(0).startsWith("-") ? "release" : words.get(0);
    }

    /** Whether it makes the release, or publishes what others have prepared. */
    public boolean releases() {
        return PUBLISHING.contains(command()) && !tries() && !isPartial();
    }

    /** Whether it builds a part of the release, and leaves it to another call to publish. */
    public boolean isPartial() {
        return words.stream().anyMatch(PARTIAL::contains) && !tries();
    }

    /** Whether it takes what other calls have built. */
    public boolean continues() {
        return !Set.of("release", "r").contains(command());
    }

    /** Whether it makes all files of the release and leaves it to another command to upload them. */
    public boolean packs() {
        return Set.of("release", "r").contains(command()) && words.stream().noneMatch(TRYING::contains) && tries();
    }

    private boolean tries() {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean skips = word.startsWith("--skip=") && skipsPublishing(word.substring(7))
                    || i > 0 && words.get(i - 1).equals("--skip") && skipsPublishing(word);
            if (skips || TRYING.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean skipsPublishing(String steps) {
        return List.of(steps.split(",")).contains("publish");
    }

    /** What makes the release or a part of it, as reports name it. */
    String means() {
        String part = words.stream()
                .filter(PARTIAL::contains)
                .map(option -> " " + option)
                .findFirst()
                .orElse("");
        return (action ? ACTION : PROGRAM + " " + command()) + part;
    }
}
