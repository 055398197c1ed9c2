package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.files.Drift;
import dev.slipway.report.DriftReport;
import dev.slipway.report.FindingReport;
import dev.slipway.report.ReportFormat;
import dev.slipway.source.InvalidSource;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code slipway check}: says which generated files are not what the config asks for, and changes nothing. */
final class CheckCommand implements Command {
    private final OptionSpec strictPins =
            Flags.flag("--strict-pins", "accept no other version of an action than the config's");
    private final OptionSpec format = ReportPrinter.option();
    private final GlobalOptions options;

    CheckCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(this).addOption(strictPins).addOption(format);
        spec.usageMessage().description("Says which generated files are not current.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        ReportFormat asked = format.getValue();
        ReportPrinter printer = new ReportPrinter(console, options, asked);
        Project project = new Project(options);
        try {
            Generation generation = project.generate();
            Drift drift = project.compare(generation, Flags.on(strictPins));
            DriftReport report = new DriftReport(drift, project.unlocked(drift));
            printer.print(report);
            if (asked == ReportFormat.TEXT && !options.quiet()) {
                generation
                        .overrides()
                        .paths()
                        .forEach(path -> console.out().println("note: " + path + " stands in for Slipway's own"));
            }
            return report.clean() ? ExitCode.FINE : ExitCode.FINDINGS;
        } catch (InvalidSource invalid) {
            if (asked == ReportFormat.TEXT) {
                throw invalid;
            }
            printer.print(FindingReport.of(invalid), List.of());
            return ExitCode.INVALID;
        }
    }
}
