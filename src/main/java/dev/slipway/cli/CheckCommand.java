package dev.slipway.cli;

import dev.slipway.ConfigCheck;
import dev.slipway.Generation;
import dev.slipway.Overrides;
import dev.slipway.RepositoryLockfile;
import dev.slipway.Version;
import dev.slipway.files.Drift;
import dev.slipway.lint.Linted;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import dev.slipway.report.Combined;
import dev.slipway.report.DownloadReport;
import dev.slipway.report.DriftReport;
import dev.slipway.report.FindingReport;
import dev.slipway.report.ReportFormat;
import dev.slipway.report.Tool;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway check}: lists generated files that do not match the config, and changes nothing. */
final class CheckCommand implements Command {
    private final OptionSpec strictPins = Flags.flag("--strict-pins", "accept only the action versions of the config");
    private final OptionSpec format = ReportPrinter.option();
    private final OptionSpec fast = Flags.flag(
            FastCheck.OPTION, "for hooks: repeat the last result if nothing has changed; no effect if CI is set");
    private final Today today = new Today();
    private final PositionalParamSpec directories = Repositories.parameter();
    private final Tally tally = new Tally();
    private final GlobalOptions options;
    private final Repositories repositories;

    CheckCommand(GlobalOptions options) {
        this.options = options;
        this.repositories = new Repositories(options, false);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .addPositional(directories)
                .addOption(strictPins)
                .addOption(format)
                .addOption(today.option())
                .addOption(fast);
        repositories.addTo(spec);
        spec.usageMessage().description("List generated files that are out of date.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        List<String> named = Repositories.named(directories);
        if (repositories.asked(named)) {
            return repositories.run(named, List.of(), console);
        }
        List<Project> projects = Projects.of(options);
        ReportFormat asked = format.getValue();
        if (asked == ReportFormat.SARIF && projects.size() > 1) {
            return sarif(projects, console);
        }
        EachProject.Form form = asked == ReportFormat.TEXT
                ? EachProject.Form.TEXT
                : asked == ReportFormat.GITHUB ? EachProject.Form.LINES : EachProject.Form.JSON;
        ExitCode code = EachProject.run(projects, form, console, this::check);
        if (code == ExitCode.FINE && Flags.on(fast) && isPlain()) {
            FastCheck.of(options.folder(), System.getenv(), System.getProperty("java.class.path"))
                    .ifPresent(stamped -> CheckStamp.keep(stamped, System.currentTimeMillis(), today.value()));
        }
        return code;
    }

    /** Whether the check was the one that {@link FastCheck} answers. */
    private boolean isPlain() {
        return options.asked().isEmpty() && !Flags.on(strictPins) && !today.asked();
    }

    @Override
    public Optional<Tally> tally() {
        return Optional.of(tally);
    }

    private ExitCode check(Project project, Console console) throws IOException {
        ReportFormat asked = format.getValue();
        ReportPrinter printer = new ReportPrinter(console, options, asked);
        try {
            Checked checked = checked(project);
            tally.add(checked.report().problems(), checked.report().files());
            printer.print(checked.report());
            if (asked == ReportFormat.GITHUB) {
                compare(project, checked.plan(), printer, console);
            }
            if (asked == ReportFormat.TEXT && !options.quiet()) {
                checked.overrides()
                        .paths()
                        .forEach(path -> console.out().println("note: " + path + " replaces Slipway's own template"));
            }
            return checked.code(console);
        } catch (InvalidSource invalid) {
            if (asked == ReportFormat.TEXT) {
                throw invalid;
            }
            printer.print(FindingReport.of(invalid), List.of());
            return ExitCode.INVALID;
        }
    }

    /** Shows in a pull request what changes for people who download. An unknown base is no error. */
    private void compare(Project project, Optional<ReleasePlan> plan, ReportPrinter printer, Console console)
            throws IOException {
        Optional<String> branch = console.around().baseBranch();
        if (branch.isEmpty() || plan.isEmpty()) {
            return;
        }
        String unknown = "note: changes for people who download are not shown: ";
        try {
            Optional<PlanBase> base = PlanBase.ofPullRequest(branch.get(), project);
            if (base.isEmpty()) {
                console.err().println(unknown + "git has no commit of '" + branch.get() + "'");
                console.err().println("  set 'fetch-depth: 2' for actions/checkout");
                return;
            }
            Tag tag = plan.get().tags().example();
            printer.print(DownloadReport.of(branch.get(), base.get().plan(), plan.get(), tag), project.name());
        } catch (InvalidSource invalid) {
            console.err()
                    .println(unknown + "the config of '" + branch.get() + "' is invalid: "
                            + invalid.findings().get(0).message());
        }
    }

    /** Code scanning accepts one run per tool and file, so the results of all projects are in one run. */
    private ExitCode sarif(List<Project> projects, Console console) throws IOException {
        List<DriftReport> drifts = new ArrayList<>();
        List<FindingReport> invalid = new ArrayList<>();
        ExitCode worst = ExitCode.FINE;
        for (Project project : projects) {
            ExitCode code = ExitCode.INVALID;
            try {
                Checked checked = checked(project);
                drifts.add(checked.report());
                code = checked.code(console);
            } catch (InvalidSource mistake) {
                invalid.add(FindingReport.of(mistake));
            } catch (IOException unreadable) {
                code = Failure.ofCommand(unreadable, console);
            }
            worst = code.compareTo(worst) > 0 ? code : worst;
        }
        console.out().print(Combined.sarif(new Tool(Version.current(), List.of()), drifts, invalid));
        return worst;
    }

    private Checked checked(Project project) throws IOException {
        if (project.gone()) {
            return new Checked(new DriftReport(project.remains()), Optional.empty(), Overrides.NONE, Optional.empty());
        }
        Generation generation = project.generate(today.value());
        Drift drift = project.compare(generation, Flags.on(strictPins));
        RepositoryLockfile.Unlocked unlocked = project.unlocked(drift);
        FindingReport found = config(generation).and(new FindingReport(unlocked.texts(), unlocked.findings()));
        return new Checked(
                new DriftReport(drift, found),
                Optional.of(generation.plan()),
                generation.overrides(),
                unlocked.fault());
    }

    /** Leaves out what is kept on purpose, so that pull requests do not repeat it. */
    private FindingReport config(Generation generation) {
        List<Finding> findings = ConfigCheck.of(generation, today.value()).stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
        return new FindingReport(generation.document().sources(), findings);
    }

    /** The result of a project that could be checked. */
    private record Checked(
            DriftReport report, Optional<ReleasePlan> plan, Overrides overrides, Optional<Linted.Fault> fault) {
        ExitCode code(Console console) {
            ExitCode code = report.clean() ? ExitCode.FINE : ExitCode.FINDINGS;
            return fault.map(it -> Failure.ofFault(it, console)).orElse(code);
        }
    }
}
