package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The variables that a workflow gives to what builds its release, which may mean anything there. */
record GivenVariables(RepositoryFiles files) {
    /** What may build. */
    private static final Pattern BUILDERS = Pattern.compile(
            "gradlew?(?:\\.bat)?|mvnw?(?:\\.cmd)?|ant|make|gmake|cmake|meson|ninja|npm|npx|pnpm|yarn|bun|deno|dotnet|msbuild|stack|cabal"
                    + "|sbt|zig|dub|swift|nimble|shards|crystal|python3?|poetry|pyinstaller|uv|dart|flutter|lein|bazel|bazelisk"
                    + "|just|task|mage|scons|dune|nim|xmake");

    /** So many letters of a value that is known in part say something. */
    private static final int A_WORD = 3;

    /** Options with which a tool only shows what it is. */
    private static final Set<String> SHOWING = Set.of("--version", "--help", "-version");

    /** What is for GitHub, for people who read the log, or secret. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?i)(?:GITHUB|RUNNER|ACTIONS|INPUT|HOMEBREW|PIP)_.*+|GH_TOKEN|CI|TERM|LANG|LC_ALL|TZ|PATH|JAVA_HOME|SHELL"
                    + "|(?:FORCE|NO)_COLOR|DEBIAN_FRONTEND|DOTNET_(?:NOLOGO|CLI_.*+|SKIP_.*+)|.*(?:TOKEN|SECRET|PASSWORD|PASSPHRASE|_KEY|CREDENTIALS?|CACHE)");

    /** Lists what the builds of some workflows get; each value once for a system. */
    Takeover of(List<ExistingWorkflow> workflows) {
        Map<String, Takeover.Left> left = new LinkedHashMap<>();
        for (ExistingWorkflow workflow : workflows) {
            Set<String> used = files.read(workflow.file())
                    .map(source -> ScriptVariables.read(source.text()))
                    .orElse(Set.of());
            workflow.jobs().stream()
                    .filter(GivenVariables::handsOut)
                    .forEach(job -> job.steps().stream()
                            .filter(GivenVariables::builds)
                            .forEach(step -> {
                                Map<String, String> given = new TreeMap<>(step.env());
                                given.forEach((name, value) -> {
                                    String said = name + "="
                                            + Symbols.shown(value.replace(Tree.WORKSPACE, "${{ github.workspace }}"));
                                    if (!used.contains(name) && isForBuild(name, value)) {
                                        left.putIfAbsent(system(job) + said, lost(system(job), said, step));
                                    }
                                });
                            }));
        }
        return new Takeover(Map.of(), List.copyOf(left.values()), List.of());
    }

    private static Takeover.Left lost(String system, String said, DryStep step) {
        return new Takeover.Left(
                system + ".env", said, "no longer given to builds unless you write it there", step.place());
    }

    /** Whether a job releases, or leaves what it builds to others. */
    static boolean handsOut(DryRow job) {
        return ReleaseStep.isIn(job)
                || job.steps().stream().anyMatch(step -> step.action().equals("actions/upload-artifact"));
    }

    /** Whether a step starts what may build. */
    static boolean builds(DryStep step) {
        return step.commands().stream().anyMatch(GivenVariables::builds);
    }

    static boolean builds(Command command) {
        return BUILDERS.matcher(command.program()).matches()
                && command.arguments().stream().noneMatch(SHOWING::contains);
    }

    private static boolean isForBuild(String name, String value) {
        String known = value.replace(Symbols.UNKNOWN, "");
        return !OTHERS.matcher(name).matches()
                && !value.isBlank()
                && (known.equals(value)
                        || known.chars().filter(Character::isLetter).count() >= A_WORD);
    }

    private static String system(DryRow job) {
        String label = job.runner().orElse("");
        return label.startsWith("macos") ? "macos" : label.startsWith("windows") ? "windows" : "linux";
    }
}
