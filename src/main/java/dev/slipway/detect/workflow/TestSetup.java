package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.Command;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How a repository tests today: which pushes, and on which machines. */
public record TestSetup(List<ExistingWorkflow> workflows) {
    /** Words of commands; neither {@code latest} nor {@code attest}. */
    private static final Pattern TESTS = Pattern.compile("(?<![a-z])(?:nex|py|unit|c|x)?tests?(?![a-z(])");

    /** Cargo subcommands that check a project and need their own program. */
    private static final Set<String> FURTHER = Set.of(
            "hack",
            "miri",
            "careful",
            "udeps",
            "machete",
            "semver-checks",
            "public-api",
            "fuzz",
            "mutants",
            "deny",
            "audit");

    /** Conditions of scripts. */
    private static final Pattern CONDITION =
            Pattern.compile("(?im)\\bTest-Path\\b|(?:^|[;&|(!,\\[]|\\b(?:if|elif|while|then))[ \\t]{0,40}test(?=\\s)");

    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|[ \\t])#.*+");

    /** What only reads sources, also those of tests. */
    private static final Pattern LINTS = Pattern.compile(
            "(?m)(?:^|[;&|]|[ \\t])(?:hlint|black|ruff|mypy|pyright|flake8|pylint|isort|bandit|eslint|prettier|shellcheck"
                    + "|shfmt|yamllint|rubocop|clang-format|clang-tidy|ormolu|fourmolu|codespell|typos)[ \\t][^\\n;&|]*+");

    private static final Pattern SKIPS = Pattern.compile("-D(?:skipTests|maven\\.test\\.skip)(?!=false)\\S*+");

    public Optional<Fact<List<String>>> branches() {
        return main().map(workflow -> new Fact<>(workflow.branches(), workflow.file() + " on.push.branches"))
                .filter(fact -> !fact.value().isEmpty());
    }

    public Optional<Fact<List<String>>> runners() {
        return main().map(TestSetup::labels).filter(fact -> !fact.value().isEmpty());
    }

    /** The workflow that tests pushed changes; a release workflow only if it does both. */
    public Optional<ExistingWorkflow> main() {
        List<ExistingWorkflow> testing = workflows.stream()
                .filter(ExistingWorkflow::looksAtChanges)
                .filter(TestSetup::tests)
                .toList();
        return testing.stream()
                .filter(workflow -> !workflow.releases())
                .min(Comparator.comparing((ExistingWorkflow workflow) ->
                                workflow.file().matches("(?i).*(bench|nightly|coverage).*"))
                        .thenComparing(workflow ->
                                !workflow.file().matches("(?i).*/(ci|tests?|build|main|checks?|rust)\\.ya?ml")))
                .or(() -> testing.stream().findFirst());
    }

    /** What a workflow also checks with Cargo, which nothing that is generated does unless a config asks for it. */
    public static List<Fact<String>> further(ExistingWorkflow workflow) {
        Map<String, Fact<String>> found = new LinkedHashMap<>();
        workflow.jobs().stream()
                .flatMap(job -> job.steps().stream())
                .forEach(step -> step.commands().stream()
                        .filter(command -> command.program().equals("cargo"))
                        .filter(command -> isFurther(command.arguments().stream()
                                .filter(word -> !word.startsWith("+"))
                                .toList()))
                        .map(Command::toString)
                        .forEach(text -> found.putIfAbsent(text, new Fact<>("'" + text + "'", step.place()))));
        return List.copyOf(found.values());
    }

    private static boolean isFurther(List<String> words) {
        return !words.isEmpty()
                && (FURTHER.contains(words.get(0)) || words.get(0).equals("test") && words.contains("--doc"));
    }

    /** Whether any job of a workflow tests. */
    static boolean tests(ExistingWorkflow workflow) {
        return workflow.jobs().stream().anyMatch(TestSetup::tests);
    }

    /** Other jobs look at texts, or wait for others. */
    private static boolean compiles(DryRow job) {
        return tests(job)
                || job.steps().isEmpty()
                || job.commands()
                        .anyMatch(command -> command.program().matches("cargo|cross|go|mvnw?|gradlew?|make|just"));
    }

    /** Maven and Gradle test without being asked; and not if an option skips that. */
    private static boolean tests(DryRow job) {
        boolean analyzes = job.steps().stream().anyMatch(step -> step.action().startsWith("github/codeql-action"));
        return !analyzes
                && (job.commands().anyMatch(TestSetup::builds)
                        || job.steps().stream()
                                .map(step -> COMMENT.matcher(step.run()).replaceAll("") + " " + step.commands())
                                .map(run -> SKIPS.matcher(run).replaceAll(""))
                                .map(run -> CONDITION.matcher(run).replaceAll(""))
                                .map(run -> LINTS.matcher(run).replaceAll(""))
                                .anyMatch(run -> TESTS.matcher(run.toLowerCase(Locale.ROOT))
                                        .find()));
    }

    private static boolean builds(Command command) {
        boolean maven = command.program().matches("mvnw?")
                && !SKIPS.matcher(command.toString()).find();
        boolean gradle = command.program().matches("gradlew?")
                && !command.arguments().contains("-x")
                && command.arguments().stream()
                        .map(task -> task.substring(task.lastIndexOf(':') + 1))
                        .anyMatch(task -> task.equals("build") || task.equals("check"));
        return maven || gradle;
    }

    private static Fact<List<String>> labels(ExistingWorkflow workflow) {
        List<DryRow> testing =
                workflow.jobs().stream().filter(TestSetup::compiles).toList();
        List<String> labels = (testing.isEmpty() ? workflow.jobs() : testing)
                .stream().flatMap(job -> job.runner().stream()).distinct().toList();
        return new Fact<>(labels, workflow.file() + " jobs.*.runs-on");
    }
}
