package dev.slipway.cli;

import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.disk.Unreadable;
import dev.slipway.lint.Each;
import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linted;
import dev.slipway.lint.Linter;
import dev.slipway.lint.Rules;
import dev.slipway.lock.ActionsLock;
import dev.slipway.report.FindingReport;
import dev.slipway.report.ReportFormat;
import dev.slipway.report.RuleInfo;
import dev.slipway.source.English;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway lint}: what is wrong with workflows, Dockerfiles and ignore files, no matter who wrote them. */
final class LintCommand implements Command {
    private static final String WORKFLOWS = ".github/workflows";

    private final PositionalParamSpec files = PositionalParamSpec.builder()
            .paramLabel("<file>")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .description("files to check, relative to the directory (default: its workflows, Dockerfile and "
                    + ".dockerignore, and those of each project), or repositories")
            .build();
    private final OptionSpec format = ReportPrinter.option();
    private final OptionSpec strict = Flags.flag("--strict", "fail on warnings too");
    private final Today today = new Today();
    private final List<String> later = new ArrayList<>();
    private final Tally tally = new Tally();
    private final GlobalOptions options;
    private final Repositories repositories;

    LintCommand(GlobalOptions options) {
        this.options = options;
        this.repositories = new Repositories(options, true);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .addPositional(files)
                .addOption(format)
                .addOption(strict)
                .addOption(today.option());
        repositories.addTo(spec);
        spec.preprocessor((args, command, none, about) -> takeFiles(args));
        spec.usageMessage().description("Check workflows and Dockerfiles, generated or not.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        List<String> asked = asked();
        if (repositories.asked(asked.stream().filter(repositories::isDirectory).toList())) {
            return repositories.run(directories(asked), List.of(), console);
        }
        Checked checked = check(asked.isEmpty() ? found() : asked);
        FindingReport report = checked.report();
        ReportFormat wanted = format.getValue();
        tally.add(report.findings().size(), report.sources().size());
        new ReportPrinter(console, options, wanted).print(report, rules());
        if (report.findings().isEmpty() && wanted == ReportFormat.TEXT && !options.quiet()) {
            console.out()
                    .println("no findings in " + English.count(report.sources().size(), "file"));
        }
        return checked.end(Flags.on(strict), console);
    }

    @Override
    public Optional<Tally> tally() {
        return Optional.of(tally);
    }

    private List<String> asked() throws IOException {
        List<String> asked = new ArrayList<>(
                Optional.<List<String>>ofNullable(files.getValue()).orElse(List.of()));
        asked.addAll(later);
        int folder = asked.stream().map(LintCommand::plain).toList().indexOf(WORKFLOWS);
        if (folder >= 0 && repositories.isDirectory(WORKFLOWS)) {
            asked.remove(folder);
            asked.addAll(folder, workflows()); // the folder is no repository
        }
        return asked;
    }

    private static String plain(String word) {
        String path = word.replace('\\', '/');
        return path.substring(path.startsWith("./") ? 2 : 0, path.endsWith("/") ? path.length() - 1 : path.length());
    }

    private List<String> workflows() throws IOException {
        return Checkout.in(options.folder()).list(WORKFLOWS).stream()
                .filter(name -> name.endsWith(".yml") || name.endsWith(".yaml"))
                .map(name -> WORKFLOWS + "/" + name)
                .toList();
    }

    /**
     * Takes the files at the end of the command line but for one, which may be the value of an option: picocli takes
     * longer to read a name than Slipway to read a small file.
     *
     * @param args the last one first
     */
    private boolean takeFiles(Stack<String> args) {
        int names = 0;
        while (names < args.size() && !args.get(names).startsWith("-")) {
            names++;
        }
        for (; names > 1; names--) {
            later.add(args.remove(names - 2));
        }
        return false; // the rest is for picocli
    }

    private List<String> directories(List<String> asked) throws IOException {
        Optional<String> file = asked.stream()
                .filter(word -> Files.isRegularFile(options.folder().resolve(word)))
                .findFirst();
        if (file.isPresent()) {
            throw new IOException("'" + file.get() + "' is a file: use files or directories, not both");
        }
        return asked;
    }

    /**
     * What is known of the files.
     *
     * @param fault a failure of Slipway itself, which is one of the findings
     */
    record Checked(FindingReport report, Optional<Linted.Fault> fault) {
        ExitCode end(boolean strict, Console console) {
            if (fault.isPresent()) {
                return Failure.ofFault(fault.get(), console);
            }
            boolean fails = report.has(Severity.ERROR) || strict && report.has(Severity.WARNING);
            return fails ? ExitCode.FINDINGS : ExitCode.FINE;
        }
    }

    private Checked check(List<String> asked) throws IOException {
        List<SourceText> readable = new ArrayList<>();
        List<SourceText> sources = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<String> names = new ArrayList<>(asked);
        Checkout checkout = Checkout.in(options.folder());
        if (!names.contains(ActionsLock.PATH) && checkout.isTaken(ActionsLock.PATH)) {
            names.add(ActionsLock.PATH); // it says something of the workflows next to it although nobody named it
        }
        for (Attempt attempt : Each.of(names, name -> attempt(name, checkout))) {
            try {
                readable.add(attempt.text());
            } catch (InvalidSource invalid) {
                sources.addAll(invalid.sources());
                findings.addAll(invalid.findings());
            } catch (Unreadable file) {
                sources.add(new SourceText(attempt.name().replace('\\', '/'), ""));
                findings.add(unreadable(file));
            }
        }
        sources.addAll(readable);
        Linted linted = new Linter(lintOptions(names)).lint(readable);
        findings.addAll(linted.findings());
        return new Checked(new FindingReport(sources, findings.stream().sorted().toList()), linted.fault());
    }

    /** How the reading of a file ended. */
    private record Attempt(String name, Ending ending) {
        SourceText text() throws IOException {
            return ending.text();
        }

        @FunctionalInterface
        interface Ending {
            SourceText text() throws IOException;
        }
    }

    private Attempt attempt(String name, Checkout checkout) {
        try {
            SourceText text = read(name, checkout);
            return new Attempt(name, () -> text);
        } catch (IOException | RuntimeException failure) {
            return new Attempt(name, () -> {
                throw failure;
            });
        }
    }

    private static Finding unreadable(Unreadable file) {
        return new Finding(
                "unreadable",
                Severity.ERROR,
                file.path().replace('\\', '/'),
                Span.START,
                "the file " + file.reason(),
                file.help());
    }

    /** Called workflows are looked up in the directory, if it contains the workflows. */
    private LintOptions lintOptions(List<String> names) {
        boolean here = names.stream()
                .map(name -> name.replace('\\', '/'))
                .filter(name -> name.endsWith(".yml") || name.endsWith(".yaml"))
                .allMatch(name -> name.startsWith(WORKFLOWS + "/"));
        return new LintOptions(
                Optional.of(today.value()), here ? Optional.of(Project.asked(options)::has) : Optional.empty());
    }

    private SourceText read(String name, Checkout checkout) throws IOException {
        String shown = name.replace('\\', '/');
        if (!Linter.knows(shown)) {
            throw new IOException("'" + name + "' does not have the name of a workflow, Dockerfile or .dockerignore\n"
                    + "  'lint' checks *.yml, *.yaml, Dockerfile, Dockerfile.*, *.Dockerfile and .dockerignore");
        }
        return checkout.named(Path.of(name), name, Limit.CONFIG)
                .map(bytes -> SourceText.decode(shown, bytes))
                .orElseThrow(() ->
                        new NoSuchFileException(options.folder().resolve(name).toString()));
    }

    /** The files of the directory that can be checked, workflows first. */
    private List<String> found() throws IOException {
        List<String> found = new ArrayList<>();
        Checkout checkout = Checkout.in(options.folder());
        found.addAll(workflows());
        Stream.of("Dockerfile", ".dockerignore").filter(checkout::isTaken).forEach(found::add);
        for (Project project : Projects.in(options.folder())) {
            found.addAll(project.imageFiles());
        }
        if (found.isEmpty()) {
            throw new IOException("no workflow in '" + options.folder().resolve(WORKFLOWS)
                    + "' and no Dockerfile: specify the files to check");
        }
        return found.stream().distinct().toList();
    }

    private static List<RuleInfo> rules() {
        return Rules.descriptions().stream()
                .map(rule -> RuleInfo.of(rule.id(), rule.summary()))
                .toList();
    }
}
