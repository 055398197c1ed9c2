package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.workflow.Builds;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the steps of a release that also build what its programs may contain: WebAssembly, or a website. */
public final class BuiltFirst {
    private static final Pattern WEB = Pattern.compile("--target[= ](wasm32-[a-z0-9-]{1,20})");

    /** What projects call a script that makes something; {@code package} is a folder of files, not an archive of npm. */
    private static final Pattern BUILD =
            Pattern.compile("(?:build|bundle|compile|dist|generate|package|prod|production)(?:[:-][\\w:-]{1,40})?");

    /** What package managers do with a word that may be a script. */
    private static final String OTHERWISE = "install|add|remove|exec|dlx|x|publish|pack|global";

    private BuiltFirst() {}

    /** Those of jobs that build programs for other platforms. */
    public static List<Fact<ListedStep>> of(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .filter(Builds::in)
                .flatMap(job -> job.steps().stream().flatMap(step -> found(job, step).stream()))
                .distinct()
                .toList();
    }

    private static Optional<Fact<ListedStep>> found(DryRow job, DryStep step) {
        return step.commands().stream()
                .flatMap(command -> target(command)
                        .map(target -> "it also compiles for '" + target + "'")
                        .or(() -> script(command).map(script -> "it also runs '" + script + "'"))
                        .stream())
                .findFirst()
                .map(built -> ListedStep.of(
                        step,
                        job.id(),
                        Reason.of(built, "if the programs contain the result, build it in 'setup' of a system")));
    }

    /** A script that builds, without its options. */
    private static Optional<String> script(Command command) {
        List<String> words = command.arguments();
        boolean named = words.contains("run") || words.contains("run-script");
        boolean runs = switch (command.program()) {
            case "npm" -> named;
            case "deno" -> words.contains("task");
            case "pnpm", "yarn", "bun", "aube" -> words.stream().noneMatch(word -> word.matches(OTHERWISE));
            default -> false;
        };
        return words.stream()
                .filter(word -> runs && BUILD.matcher(word).matches())
                .findFirst()
                .map(word -> command.program() + (named ? " run " : " ") + word);
    }

    private static Optional<String> target(Command command) {
        Matcher named = WEB.matcher(command.arguments().contains("build") ? command.toString() : "");
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }
}
