package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.workflow.GoReleaserCall;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what jobs start before GoReleaser and may create files that are compiled into the programs.
 *
 * @param rows the jobs that start GoReleaser for a release, once for each machine
 * @param prebuilt whether GoReleaser only packs programs, which artifacts of other jobs contain
 */
record BeforeGoReleaser(List<DryRow> rows, boolean prebuilt) {
    private static final Set<String> TOOLS =
            Set.of("make", "gmake", "just", "task", "mage", "npm", "pnpm", "yarn", "bun");

    /** Words of commands that install, check or publish. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i)(?<![a-z])(?:install|ci|i|add|test|tests|e2e|lint|check|fmt|format|vet|clean|tidy|verify|version"
                    + "|deps|dependencies|tools|setup|coverage|release|publish|snapshot|docker|login|push|changelog|notes"
                    + "|config|audit|cache|ensure|bootstrap)(?![a-z])|--version");

    /** What follows other commands, which are seen as well. */
    private static final Set<String> STARTING = Set.of("make", "gmake", "just", "task", "mage");

    /** Programs that write sources, documentation or websites, which programs may contain. */
    private static final Set<String> WRITING = Set.of(
            "hugo",
            "mkdocs",
            "wasm-pack",
            "protoc",
            "buf",
            "sqlc",
            "templ",
            "swag",
            "statik",
            "go-bindata",
            "esbuild",
            "tailwindcss",
            "webpack",
            "vite");

    /** A folder for what GoReleaser only packs or uploads, or one outside the workspace. */
    private static final Pattern OUTSIDE = Pattern.compile("(?:/|~|\\.\\./|dist(?:/|$)|\\.$)");

    private static final int MOST = 6;

    List<Takeover.Left> left() {
        return rows.stream()
                .flatMap(row -> {
                    List<DryStep> before = row.steps().stream()
                            .takeWhile(step -> GoReleaserCall.of(step).findAny().isEmpty())
                            .toList();
                    return Stream.concat(
                            before.stream().flatMap(step -> Stream.concat(artifact(step).stream(), commands(step))),
                            row.steps().stream().skip(before.size()).limit(1).flatMap(BeforeGoReleaser::inside));
                })
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** What another job made, in a folder of the sources. */
    private Optional<Takeover.Left> artifact(DryStep step) {
        String name = step.with().getOrDefault("name", "");
        String path = step.with().getOrDefault("path", "").replaceFirst("^\\./", "");
        boolean source = !Symbols.open(name + path)
                && !path.isEmpty()
                && !OUTSIDE.matcher(path).lookingAt();
        return Optional.of(step)
                .filter(one -> one.action().equals("actions/download-artifact"))
                .filter(one -> source && !name.isEmpty() && !prebuilt)
                .map(one -> new Takeover.Left(
                        "step",
                        "artifact '" + name + "' in '" + path + "'",
                        "comes from another job before GoReleaser; if programs need it, 'setup' of a system makes it",
                        one.place()));
    }

    private static Takeover.Left left(Command command, DryStep step) {
        return new Takeover.Left(
                "step",
                command.toString(),
                "runs before GoReleaser; if programs need what it creates, 'setup' of a system runs it",
                step.place());
    }

    /** Those that the step itself names, not what they start. */
    private static Stream<Takeover.Left> commands(DryStep step) {
        return step.commands().stream()
                .filter(command -> step.run().contains(command.toString()))
                .filter(BeforeGoReleaser::creates)
                .filter(command -> !HARMLESS.matcher(command.toString()).find())
                .map(command -> left(command, step));
    }

    /** Those that the step comes to before it starts GoReleaser, such as what a target of a makefile needs. */
    private static Stream<Takeover.Left> inside(DryStep step) {
        return step.commands().stream()
                .takeWhile(command -> !GoReleaserCall.starts(command))
                .filter(command -> creates(command) && !STARTING.contains(command.program()))
                .filter(command -> !HARMLESS.matcher(command.toString()).find())
                .map(command -> left(command, step));
    }

    private static boolean creates(Command command) {
        List<String> words = command.arguments();
        boolean go = command.program().equals("go")
                && words.stream().limit(1).anyMatch(word -> word.matches("generate|run"));
        boolean script = command.program().matches("python3?|uv|node")
                && words.stream().limit(2).anyMatch(word -> word.matches("[\\w./-]{1,100}\\.(?:py|[cm]?js)"));
        return go
                || script
                || TOOLS.contains(command.program())
                || WRITING.contains(command.program())
                || command.program().matches("python3?") && words.contains("mkdocs");
    }
}
