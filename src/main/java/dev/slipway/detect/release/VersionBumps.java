package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of a repository into which a release writes its version before it builds: programs take theirs from them. */
record VersionBumps(RepositoryFiles files) {
    private static final Set<String> COMPILERS = Set.of("cargo", "cross", "go");

    /** Lists the files that the jobs of some workflows change, each once. */
    Takeover of(List<ExistingWorkflow> workflows) {
        Map<String, Takeover.Left> left = new LinkedHashMap<>();
        workflows.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(GivenVariables::handsOut)
                .forEach(job -> job.steps().stream()
                        .limit(lastBuild(job) + 1L)
                        .forEach(step -> step.commands().stream()
                                .flatMap(command -> file(command).stream())
                                .filter(files::has)
                                .forEach(file -> left.putIfAbsent(file, lost(file, step)))));
        return new Takeover(Map.of(), List.copyOf(left.values()), List.of());
    }

    /** What is written after it reaches no program. */
    private static int lastBuild(DryRow job) {
        int last = -1;
        for (int at = 0; at < job.steps().size(); at++) {
            boolean builds = job.steps().get(at).commands().stream()
                    .filter(command -> file(command).isEmpty())
                    .anyMatch(command -> COMPILERS.contains(command.program()) || GivenVariables.builds(command));
            last = builds ? at : last;
        }
        return last;
    }

    private static Takeover.Left lost(String file, DryStep step) {
        return new Takeover.Left(
                "version",
                file,
                "a step writes the version into it before the build, and the new release does not; commit it before the"
                        + " tag, or write it in 'setup' of each system",
                step.place());
    }

    /** The file into which a command writes the version, as a path in the repository. */
    private static Optional<String> file(Command command) {
        List<String> words = command.arguments();
        if (words.stream().noneMatch(VersionBumps::isVersion)) {
            return Optional.empty();
        }
        Optional<String> path = switch (command.program()) {
            case "sed", "gsed", "perl", "yq" ->
                last(words).filter(any -> words.stream().anyMatch(word -> word.matches("-[A-Za-z]*i.*|--in-?place.*")));
            case "npm", "pnpm", "yarn" -> Optional.of("package.json").filter(any -> words.contains("version"));
            case "cargo" -> Optional.of("Cargo.toml").filter(any -> words.contains("set-version"));
            case "poetry", "hatch", "uv" -> Optional.of("pyproject.toml").filter(any -> words.contains("version"));
            default -> Optional.empty();
        };
        return path.filter(file -> !file.contains("{")).map(file -> Tree.path(command.folder(), file));
    }

    private static boolean isVersion(String word) {
        return Stream.of(Symbols.TAG, Symbols.VERSION, Symbols.PROBABLE_TAG, Symbols.PROBABLE_VERSION)
                .anyMatch(word::contains);
    }

    private static Optional<String> last(List<String> words) {
        return words.stream().skip(1).filter(word -> !word.startsWith("-")).reduce((first, second) -> second);
    }
}
