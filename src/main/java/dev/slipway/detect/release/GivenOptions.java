package dev.slipway.detect.release;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The settings with which a release calls a build tool that no toolchain of ours knows: a command that is guessed has none of them. */
final class GivenOptions {
    private static final int LONGEST = 400;

    /**
     * A build tool.
     *
     * @param program how it is called
     * @param options what changes the programs that it builds
     * @param apart those of them whose value is the next word
     */
    private record BuildTool(Pattern program, Pattern options, Pattern apart) {
        /** The settings of a call, in order. */
        List<String> settings(List<String> words) {
            List<String> found = new ArrayList<>();
            for (int at = 0; at < words.size(); at++) {
                String word = words.get(at);
                if (apart.matcher(word).matches() && at + 1 < words.size()) {
                    found.add(word + " " + words.get(++at));
                } else if (options.matcher(word).matches()) {
                    found.add(word);
                }
            }
            return found;
        }
    }

    private static final List<BuildTool> TOOLS = List.of(
            new BuildTool(
                    Pattern.compile("cmake"),
                    Pattern.compile("-D(?!CMAKE_BUILD_TYPE)[^=\\s].*|--preset=.+"),
                    Pattern.compile("-D|--preset")),
            new BuildTool(
                    Pattern.compile("meson"),
                    Pattern.compile("-D.+|--default-library=.+|--prefer-static"),
                    Pattern.compile("-D|--default-library|--native-file")),
            new BuildTool(
                    Pattern.compile("configure"),
                    Pattern.compile("--(?:enable|disable|with|without)-.+"),
                    Pattern.compile("(?!)")),
            new BuildTool(
                    Pattern.compile("stack"),
                    Pattern.compile("--(?:flag|ghc-options)=.+"),
                    Pattern.compile("--flag|--ghc-options")),
            new BuildTool(
                    Pattern.compile("cabal"),
                    Pattern.compile(
                            "-f.+|--(?:flags|ghc-options|constraint)=.+|--enable-executable-(?:static|stripping)"),
                    Pattern.compile("-f|--flags?|--ghc-options|--constraint")),
            new BuildTool(
                    Pattern.compile("zig"),
                    Pattern.compile("-D(?!optimize|target|cpu)[^\\s].*|-fstrip|--release=.+"),
                    Pattern.compile("(?!)")),
            new BuildTool(
                    Pattern.compile("dotnet"),
                    Pattern.compile(
                            "(?:[-/]p(?:roperty)?:|--property:)(?!(?i:PublishSingleFile)=true).+|--no-self-contained|--version-suffix=.+"),
                    Pattern.compile("-p|--property|--version-suffix")),
            new BuildTool(
                    Pattern.compile("nim(?:ble)?"),
                    Pattern.compile("(?:-d|--define):(?!release$).+|--(?:mm|gc|opt|passL|passC|threads):.+"),
                    Pattern.compile("(?!)")),
            new BuildTool(
                    Pattern.compile("crystal|shards"),
                    Pattern.compile("-D.+|--static|--mcpu=.+"),
                    Pattern.compile("-D|--mcpu")),
            new BuildTool(
                    Pattern.compile("swift"),
                    Pattern.compile("--traits=.+|--disable-.+"),
                    Pattern.compile("-Xswiftc|-Xcc|-Xlinker|--traits")));

    /** Words that say that a call builds nothing. */
    private static final Pattern OTHER =
            Pattern.compile("test|--build|--install|-E|--version|restore|pack|nuget|sdist|upload|setup|update");

    private GivenOptions() {}

    /** Lists what the builds of some workflows get, each call once, and takes over that they get the whole history. */
    static Takeover of(List<ExistingWorkflow> workflows) {
        Map<String, Takeover.Left> left = new LinkedHashMap<>();
        workflows.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(GivenVariables::handsOut)
                .flatMap(job -> job.steps().stream())
                .forEach(step -> step.commands()
                        .forEach(command -> settings(command).stream()
                                .limit(1)
                                .forEach(any -> left.putIfAbsent(text(command), lost(command, step)))));
        Map<String, Fact<List<String>>> keys = workflows.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(job ->
                        GivenVariables.handsOut(job) && job.steps().stream().anyMatch(GivenVariables::builds))
                .flatMap(job -> job.steps().stream())
                .filter(GivenOptions::fetchesAll)
                .findFirst()
                .map(step -> Map.of("command.history", new Fact<>(List.of("true"), step.place() + " fetch-depth")))
                .orElse(Map.of());
        return new Takeover(keys, List.copyOf(left.values()), List.of());
    }

    /** Whether a checkout brings the whole history, of which a build may make its version. */
    private static boolean fetchesAll(DryStep step) {
        return step.action().equals("actions/checkout")
                && step.with().getOrDefault("fetch-depth", "").equals("0");
    }

    private static List<String> settings(Command command) {
        boolean setsUp = command.program().equals("meson"); // which has a command of this name
        boolean builds = command.arguments().stream()
                .noneMatch(word -> OTHER.matcher(word).matches() && !(setsUp && word.equals("setup")));
        return TOOLS.stream()
                .filter(tool ->
                        builds && tool.program().matcher(command.program()).matches())
                .flatMap(tool -> tool.settings(command.arguments()).stream())
                .filter(setting -> !setting.contains("\n"))
                .toList();
    }

    private static String text(Command command) {
        String text = Symbols.shown(command.program() + " " + String.join(" ", settings(command)));
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static Takeover.Left lost(Command command, DryStep step) {
        return new Takeover.Left(
                "command.build",
                text(command),
                "builds of the release get it today, and the guessed command does not",
                step.place());
    }
}
