package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.workflow.Builds;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the steps of a release that also build what its programs may contain: WebAssembly, a website, or a secret. */
public final class BuiltFirst {
    private static final Pattern WEB = Pattern.compile("--target[= ](wasm32-[a-z0-9-]{1,20})");

    /** What projects call a script that makes something; {@code package} is a folder of files, not an archive of npm. */
    private static final Pattern BUILD =
            Pattern.compile("(?:build|bundle|compile|dist|generate|package|prod|production)(?:[:-][\\w:-]{1,40})?");

    private static final String GRADLE = "gradlew?(?:\\.bat)?";
    private static final String JAVA = GRADLE + "|mvnw?(?:\\.cmd)?|mvnd";

    /** A task of Gradle that makes or fetches something for a program, by its name. */
    private static final Pattern TASK = Pattern.compile(
            "(?:download|fetch|generate|copy|prepare|bundle|build|compile|embed|npm|yarn|pnpm|webpack)[A-Z_]\\w{0,60}+");

    /** What every build of Java comes to, and what is no part of it. */
    private static final Pattern USUAL =
            Pattern.compile("Java|Kotlin|Groovy|Scala|Pom|Metadata|build(?:Needed|Dependents|Plugin|Environment)");

    /** What package managers do with a word that may be a script. */
    private static final String OTHERWISE = "install|add|remove|exec|dlx|x|publish|pack|global";

    private static final Pattern SIGNING =
            Pattern.compile("(?i)apple|sign|cert|gpg|pgp|notar|p12|pfx|keychain|keystore");
    private static final int SHOWN = 3;

    private BuiltFirst() {}

    /** Those of jobs that build programs for other platforms. */
    public static List<Fact<ListedStep>> of(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .filter(job -> Builds.in(job)
                        || job.commands().anyMatch(command -> command.program().matches(JAVA)))
                .flatMap(job -> job.steps().stream()
                        .flatMap(step -> Stream.concat(found(job, step).stream(), given(job, step).stream())))
                .distinct()
                .toList();
    }

    private static Optional<Fact<ListedStep>> found(DryRow job, DryStep step) {
        String built = step.commands().stream()
                .flatMap(command -> target(command)
                        .map(target -> "compiles for '" + target + "'")
                        .or(() -> script(command).or(() -> generator(command)).map(script -> "runs '" + script + "'"))
                        .stream())
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining(" and "));
        return built.isEmpty()
                ? Optional.empty()
                : Optional.of(ListedStep.of(
                        step,
                        job.id(),
                        Reason.of(
                                "it also " + built,
                                "if the programs contain the result, build it in 'setup' of a system")));
    }

    /** What a compiler may write into the programs, such as a key of a service. */
    private static Optional<Fact<ListedStep>> given(DryRow job, DryStep step) {
        List<String> secrets = step.secrets().stream()
                .filter(secret -> !SIGNING.matcher(secret).find())
                .limit(SHOWN)
                .toList();
        boolean compiles = step.commands().stream()
                .anyMatch(command -> command.program().matches("cargo|cross|go")
                        && command.arguments().stream().anyMatch(word -> word.matches("build|zigbuild")));
        return secrets.isEmpty() || !compiles || ReleaseStep.of(step).isPresent()
                ? Optional.empty()
                : Optional.of(ListedStep.of(
                        step,
                        job.id(),
                        Reason.of(
                                "it gives the secret" + (secrets.size() == 1 ? " '" : "s '")
                                        + String.join("', '", secrets) + "' to the build",
                                "programs may contain it, and builds of the new release get no secrets")));
    }

    /** What writes sources that Go compiles, without its options. */
    private static Optional<String> generator(Command command) {
        List<String> words = command.arguments();
        String first = words.isEmpty() ? "" : words.get(0);
        boolean writes = switch (command.program()) {
            case "go", "templ", "sqlc", "buf" -> first.equals("generate");
            case "swag" -> first.equals("init");
            default -> false;
        };
        return writes ? Optional.of(command.program() + " " + first) : Optional.empty();
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
        boolean gradle = command.program().matches(GRADLE);
        return IntStream.range(0, words.size())
                .filter(at -> runs && BUILD.matcher(words.get(at)).matches() || gradle && isTask(words, at))
                .mapToObj(words::get)
                .findFirst()
                .map(word -> command.program() + (named ? " run " : " ") + word);
    }

    /** Whether Gradle runs a task that makes something, and does not leave it out. */
    private static boolean isTask(List<String> words, int at) {
        String name = words.get(at).substring(words.get(at).lastIndexOf(':') + 1);
        return TASK.matcher(name).matches()
                && !USUAL.matcher(name).find()
                && (at == 0 || !words.get(at - 1).matches("-x|--exclude-task"));
    }

    private static Optional<String> target(Command command) {
        Matcher named = WEB.matcher(command.arguments().contains("build") ? command.toString() : "");
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }
}
