package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.workflow.GoReleaserCall;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what jobs start before GoReleaser and may create files that are compiled into the programs.
 *
 * @param rows the jobs that start GoReleaser for a release, once for each machine
 */
record BeforeGoReleaser(List<DryRow> rows) {
    private static final Set<String> TOOLS =
            Set.of("make", "gmake", "just", "task", "mage", "npm", "pnpm", "yarn", "bun");

    /** Words of commands that install, check or publish. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i)(?<![a-z])(?:install|ci|i|add|test|tests|e2e|lint|check|fmt|format|vet|clean|tidy|verify|version"
                    + "|deps|dependencies|tools|setup|coverage|release|publish|snapshot|docker|login|push|changelog|notes"
                    + "|config|audit|cache|ensure|bootstrap)(?![a-z])|--version");

    private static final int MOST = 4;

    List<Takeover.Left> left() {
        return rows.stream()
                .flatMap(row -> row.steps().stream()
                        .takeWhile(step -> GoReleaserCall.of(step).findAny().isEmpty()))
                .flatMap(step -> commands(step)
                        .map(command -> new Takeover.Left(
                                "step",
                                command.toString(),
                                "runs before GoReleaser; if programs need what it creates, 'setup' of a system runs it",
                                step.place())))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Those that the step itself names, not what they start. */
    private static Stream<Command> commands(DryStep step) {
        return step.commands().stream()
                .filter(command -> step.run().contains(command.toString()))
                .filter(BeforeGoReleaser::creates)
                .filter(command -> !HARMLESS.matcher(command.toString()).find());
    }

    private static boolean creates(Command command) {
        List<String> words = command.arguments();
        boolean go = command.program().equals("go")
                && words.stream().limit(1).anyMatch(word -> word.matches("generate|run"));
        return go || TOOLS.contains(command.program());
    }
}
