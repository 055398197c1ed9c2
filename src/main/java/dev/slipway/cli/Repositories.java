package dev.slipway.cli;

import dev.slipway.report.RepositoryRow;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * The directories that a command line names in addition to that of {@code -C}. Each is answered by the command line for it
 * alone, {@code slipway -C DIRECTORY check …}, with separate options and buffers. They share only immutable values.
 */
final class Repositories {
    /** How many answers may wait for an earlier one, for each repository that is worked on. */
    private static final int WAITING = 4;

    private final OptionSpec recursive;
    private final OptionSpec jobs = OptionSpec.builder("--jobs")
            .paramLabel("<n>")
            .type(Integer.class)
            .converters(Repositories::atLeastOne)
            .description("the number of repositories to work on at once (default: one per core)")
            .build();
    private final GlobalOptions options;
    private final boolean workflows;
    private Optional<CommandSpec> spec = Optional.empty();

    /** @param workflows whether a repository without a config is worked on too, if it has workflows */
    Repositories(GlobalOptions options, boolean workflows) {
        this.options = options;
        this.workflows = workflows;
        this.recursive = Flags.flag(
                "--recursive",
                "work on every repository below the directories: each with a " + GlobalOptions.CONFIG_FILE
                        + (workflows ? " or workflows" : ""));
    }

    /** The parameter of a command that takes only directories. */
    static PositionalParamSpec parameter() {
        return PositionalParamSpec.builder()
                .paramLabel("<dir>")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .description("repositories to work on, relative to the directory")
                .build();
    }

    private static Integer atLeastOne(String word) {
        if (!word.matches("0*[1-9][0-9]{0,3}")) {
            throw new TypeConversionException("'" + word + "' is not a number from 1 to 9999");
        }
        return Integer.valueOf(word);
    }

    /** The words of a parameter. */
    static List<String> named(PositionalParamSpec parameter) {
        return Optional.<List<String>>ofNullable(parameter.getValue()).orElse(List.of());
    }

    void addTo(CommandSpec command) {
        command.addOption(recursive).addOption(jobs);
        spec = Optional.of(command);
    }

    /** Whether the command line is about more than the directory of {@code -C}. */
    boolean asked(List<String> directories) {
        return Flags.on(recursive) || !directories.isEmpty();
    }

    boolean recursive() {
        return Flags.on(recursive);
    }

    boolean isDirectory(String word) {
        return Files.isDirectory(options.folder().resolve(word));
    }

    boolean isProject(String word) {
        try {
            return Files.isRegularFile(options.folder().resolve(word).resolve(GlobalOptions.CONFIG_FILE));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /**
     * Runs the command in each directory.
     *
     * @param words what the command takes besides directories
     */
    ExitCode run(List<String> directories, List<String> words, Console console) throws IOException {
        for (String word : directories) {
            if (word.matches(".*[.]ya?ml")
                    && Files.isRegularFile(options.folder().resolve(word))) {
                throw new IOException(
                        "'" + word + "' is a file, not a repository\n  for this config, write '--config " + word + "'");
            }
        }
        if (!Flags.on(recursive) && directories.size() == 1) {
            return Main.run(arguments(options.folder().resolve(directories.get(0)), words), console);
        }
        String format = given("--format").orElse("text");
        if (format.equals("github") || format.equals("sarif")) {
            throw new IOException("--format " + format + " supports one repository: use text or json for several");
        }
        int threads = Optional.<Integer>ofNullable(jobs.getValue())
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        return new Many(format.equals("json"), console).run(found(directories), words, threads);
    }

    /** The directories by the names that they are shown under, each once. */
    Map<String, Path> found(List<String> directories) throws IOException {
        Map<Path, String> names = new LinkedHashMap<>();
        Path base = options.folder();
        for (String word : directories.isEmpty() ? List.of("") : directories) {
            Path start = base.resolve(word);
            for (Path found : Flags.on(recursive) ? new RepositoryWalk(workflows).below(start) : List.of(start)) {
                Path shown = Path.of(word).resolve(start.relativize(found)).normalize();
                names.putIfAbsent(
                        real(found),
                        shown.toString().isEmpty() ? "." : shown.toString().replace('\\', '/'));
            }
        }
        if (names.isEmpty()) {
            throw new IOException(
                    "no repository with a " + GlobalOptions.CONFIG_FILE + (workflows ? " or workflows" : "")
                            + " below '" + (directories.isEmpty() ? "." : String.join("', '", directories)) + "'");
        }
        Map<String, Path> all = new LinkedHashMap<>();
        names.forEach((path, name) -> all.put(name, base.resolve(name)));
        return all;
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException missing) {
            return directory.toAbsolutePath().normalize();
        }
    }

    private CommandSpec spec() {
        return spec.orElseThrow();
    }

    /** The options of the command line but for ours. */
    private Stream<OptionSpec> matched() {
        ParseResult all = spec().root().commandLine().getParseResult();
        return Stream.concat(all.matchedOptions().stream(), all.subcommand().matchedOptions().stream())
                .filter(option -> option != recursive && option != jobs)
                .filter(option -> !option.longestName().equals("--directory"));
    }

    private Optional<String> given(String name) {
        return matched()
                .filter(option -> option.longestName().equals(name))
                .findFirst()
                .map(option -> String.valueOf(option.<Object>getValue()));
    }

    private List<String> arguments(Path directory, List<String> words) {
        List<String> arguments = new ArrayList<>(List.of("--directory=" + directory, spec().name()));
        matched().map(Repositories::argument).distinct().forEach(arguments::add);
        arguments.addAll(words);
        return arguments;
    }

    private static String argument(OptionSpec option) {
        return option.longestName() + "=" + option.<Object>getValue();
    }

    /** A run through several repositories: what they say is printed in their order, as soon as the ones before are. */
    private final class Many {
        private final boolean json;
        private final Console console;
        private final List<RepositoryRow> rows = new ArrayList<>();
        private ExitCode worst = ExitCode.FINE;

        Many(boolean json, Console console) {
            this.json = json;
            this.console = console;
        }

        ExitCode run(Map<String, Path> directories, List<String> words, int threads) {
            ProgressBar bar = new ProgressBar(console.err(), barred(), directories.size());
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                Deque<Future<RepositoryAnswer>> waiting = new ArrayDeque<>();
                bar.at(0);
                directories.forEach((name, path) -> {
                    if (waiting.size() == WAITING * threads) {
                        show(waiting.remove(), bar);
                    }
                    waiting.add(pool.submit(() -> answer(name, path, words)));
                });
                waiting.forEach(answer -> show(answer, bar));
            } finally {
                pool.shutdownNow();
            }
            bar.clear();
            if (!json) {
                console.out().print(RepositoryRow.table(options.quiet() ? troubled() : rows, console.style()));
                console.out().println(RepositoryRow.sum(rows));
            }
            return worst;
        }

        private boolean barred() {
            return !options.quiet()
                    && System.getenv("CI") == null
                    && !"dumb".equals(System.getenv("TERM"))
                    && console.coloured().getAsBoolean();
        }

        private List<RepositoryRow> troubled() {
            return rows.stream()
                    .filter(row -> !row.verdict().equals(RepositoryRow.OK))
                    .toList();
        }

        private RepositoryAnswer answer(String name, Path directory, List<String> words) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Console own = new Console(out, err, console.around().inPart());
            List<Tally> tally = new ArrayList<>();
            ExitCode code;
            if (Files.isDirectory(directory) && !Files.isReadable(directory)) {
                code = Failure.ofCommand(new AccessDeniedException(directory.toString()), own);
            } else {
                code = Main.run(
                        arguments(directory, words),
                        own,
                        command -> command.tally().ifPresent(tally::add));
            }
            own.flush();
            return new RepositoryAnswer(
                    name, code, out.toString(), err.toString(), tally.stream().findFirst());
        }

        private void show(Future<RepositoryAnswer> coming, ProgressBar bar) {
            RepositoryAnswer answer = wait(coming);
            bar.clear();
            if (json) {
                console.out().raw(answer.line());
            } else if (!answer.saysNoMore()) {
                console.out().println(answer.directory() + ":");
                console.out().raw(answer.section());
            }
            console.out().flush();
            worst = answer.code().compareTo(worst) > 0 ? answer.code() : worst;
            rows.add(answer.row());
            bar.at(rows.size());
        }

        private RepositoryAnswer wait(Future<RepositoryAnswer> coming) {
            try {
                return coming.get();
            } catch (ExecutionException | InterruptedException bug) {
                throw new IllegalStateException(bug); // an answer holds what was thrown
            }
        }
    }
}
