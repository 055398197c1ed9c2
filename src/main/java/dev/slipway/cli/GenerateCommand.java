package dev.slipway.cli;

import dev.slipway.Attempt;
import dev.slipway.Generation;
import dev.slipway.RepositoryLockfile;
import dev.slipway.Validator;
import dev.slipway.files.Applied;
import dev.slipway.files.Drift;
import dev.slipway.files.FileDrift;
import dev.slipway.files.Resolution;
import dev.slipway.files.Verdict;
import dev.slipway.lint.Linted;
import dev.slipway.report.DriftReport;
import dev.slipway.report.FindingReport;
import dev.slipway.report.Style;
import dev.slipway.source.English;
import dev.slipway.source.Finding;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway generate}: writes the files that the config defines, all or none. */
final class GenerateCommand implements Command {
    private final OptionSpec dryRun = Flags.flag("--dry-run", "show what would be written without writing it");
    private final OptionSpec diff = Flags.flag("--diff", "show what changes");
    private final OptionSpec force =
            Flags.flag("--force", "replace files that Slipway did not write; the old ones are kept as .orig");
    private final OptionSpec adopt =
            Flags.flag("--adopt", "keep files that Slipway did not write; the next generate replaces them");
    private final OptionSpec strictPins =
            Flags.flag("--strict-pins", "use the action versions of the config, not those of the committed workflows");
    private final Today today = new Today();
    private final PositionalParamSpec directories = Repositories.parameter();
    private final Tally tally = new Tally();
    private final GlobalOptions options;
    private final Repositories repositories;

    GenerateCommand(GlobalOptions options) {
        this.options = options;
        this.repositories = new Repositories(options, false);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.addPositional(directories);
        List.of(dryRun, diff, force, adopt, strictPins).forEach(spec::addOption);
        spec.addOption(today.option());
        repositories.addTo(spec);
        spec.usageMessage().description("Generate the files that the config defines.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        if (Flags.on(force) && Flags.on(adopt)) {
            throw new IOException("use --force or --adopt, not both: --force replaces the files that --adopt keeps");
        }
        List<String> named = Repositories.named(directories);
        if (repositories.asked(named)) {
            return repositories.run(named, List.of(), console);
        }
        List<Project> projects = Projects.of(options);
        GitRoot.warning(options.folder()).ifPresent(warning -> console.err().print(warning + "\n"));
        return EachProject.run(projects, EachProject.Form.TEXT, console, this::generate);
    }

    @Override
    public Optional<Tally> tally() {
        return Optional.of(tally);
    }

    ExitCode generate(Project project, Console console) throws IOException {
        if (project.gone()) {
            return write(project, project.remains(), console);
        }
        Attempt attempt = project.attempt(today.value());
        Generation generation = attempt.generation();
        Linted linted = new Validator(today.value(), project::has).lint(attempt);
        boolean valid = show(linted, generation, console);
        if (linted.fault().isPresent()) {
            return Failure.ofFault(linted.fault().get(), console);
        }
        if (!valid) {
            return ExitCode.FINDINGS;
        }
        return write(project, project.compare(generation, Flags.on(strictPins)), console);
    }

    /** Prints on standard error what the proposed config and its files would change, and changes nothing. */
    ExitCode preview(Project project, Console console) throws IOException {
        Drift drift = project.compare(project.attempt(today.value()).orReject(), Flags.on(strictPins));
        List<FileDrift> undecided = drift.undecided(Resolution.REFUSE);
        if (!undecided.isEmpty()) {
            refuse(undecided, console);
            return ExitCode.FINDINGS;
        }
        if (!options.quiet()) {
            console.err().println("would write " + project.name());
            drift.changed().forEach(file -> console.err().println("would write " + file.path()));
            console.err().println("would write " + drift.record());
        }
        return ExitCode.FINE;
    }

    private ExitCode write(Project project, Drift drift, Console console) throws IOException {
        tally.add(drift.changed().size(), drift.files().size());
        List<FileDrift> kept = drift.adopted(resolution());
        List<FileDrift> replaced =
                drift.changed().stream().filter(file -> !kept.contains(file)).toList();
        if (Flags.on(diff) || Flags.on(dryRun)) {
            Style style = console.style();
            replaced.forEach(file -> console.out().print(DriftReport.diff(file, style)));
        }
        List<FileDrift> undecided = drift.undecided(resolution());
        if (!undecided.isEmpty()) {
            refuse(undecided, console);
            return ExitCode.FINDINGS;
        }
        if (Flags.on(dryRun)) {
            replaced.forEach(file -> console.out().println("would write " + file.path()));
            kept.forEach(file -> console.out().println("would adopt " + file.path()));
            return ExitCode.FINE;
        }
        Applied applied = project.apply(drift, resolution());
        if (project.proposed().isPresent() && !options.quiet()) {
            console.out().println("wrote " + project.name());
        }
        report(applied, drift, console);
        RepositoryLockfile.Unlocked unlocked = project.unlocked(drift);
        showUnlocked(new FindingReport(unlocked.texts(), unlocked.findings()), console);
        return unlocked.fault().map(fault -> Failure.ofFault(fault, console)).orElse(ExitCode.FINE);
    }

    /** Prints findings in the generated files. Only an error prevents writing them. */
    private boolean show(Linted linted, Generation generation, Console console) {
        List<Finding> findings = linted.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
        if (findings.isEmpty()) {
            return true;
        }
        Style style = console.style();
        List<SourceText> sources = new ArrayList<>(Validator.texts(generation));
        sources.addAll(generation.document().sources());
        FindingReport report = new FindingReport(sources, findings);
        console.err().print(report.text(style));
        return !report.has(Severity.ERROR);
    }

    /** The lockfile is GitHub's: an entry has what only GitHub knows, so its own program writes it. */
    private void showUnlocked(FindingReport report, Console console) {
        if (!report.findings().isEmpty()) {
            Style style = console.style();
            console.err().print(report.text(style));
            console.err().println("  run 'gh actions-lock'; until then, GitHub does not start these workflows");
        }
    }

    private Resolution resolution() {
        if (Flags.on(force)) {
            return Resolution.FORCE;
        }
        return Flags.on(adopt) ? Resolution.ADOPT : Resolution.REFUSE;
    }

    private static void refuse(List<FileDrift> undecided, Console console) {
        undecided.forEach(file -> console.err()
                .println("error: " + file.path() + " is "
                        + (file.why().isEmpty() ? file.verdict().words() : file.why()) + "; nothing was written"));
        if (undecided.stream().anyMatch(file -> file.otherConfig().isPresent())) {
            console.err().println("  " + DriftReport.OTHERS);
            return;
        }
        console.err().println("  'slipway check' shows the difference; move what you need into the config, then run");
        console.err().println("  'slipway generate --force' to replace the file and keep the old one as .orig");
        if (undecided.stream().anyMatch(GenerateCommand::isOwnCi)) {
            console.err().println("  to keep your own checks, write 'ci: false' in the config");
        }
        if (undecided.stream().anyMatch(GenerateCommand::isOwnPage)) {
            console.err()
                    .println("  to keep your text, move it to a Markdown file and set 'docs.intro' in the config:");
            console.err().println("  the generated page then begins with it");
        }
    }

    /** The page about the release is the only one in Markdown. */
    private static boolean isOwnPage(FileDrift file) {
        return file.verdict() == Verdict.FOREIGN && file.path().endsWith(".md");
    }

    private static boolean isOwnCi(FileDrift file) {
        return file.verdict() == Verdict.FOREIGN && file.path().endsWith("/ci.yml");
    }

    private void report(Applied applied, Drift drift, Console console) {
        if (options.quiet()) {
            return;
        }
        applied.written().forEach(path -> console.out().println("wrote " + path));
        applied.deleted().forEach(path -> console.out().println("deleted " + path));
        applied.saved().forEach((path, kept) -> console.out().println("kept the old " + path + " as " + kept));
        applied.adopted()
                .forEach(path -> console.out()
                        .println("adopted " + path + " as it is; the next 'slipway generate' replaces it"));
        applied.leftAlone().forEach(path -> console.out().println("kept " + path + ", which was edited by hand"));
        if (drift.clean()) {
            console.out().println(English.count(drift.files().size(), "file is current", "files are current"));
        }
    }
}
