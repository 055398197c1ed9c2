package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.detect.Doctor;
import dev.slipway.detect.Examination;
import dev.slipway.detect.Repository;
import dev.slipway.plan.RequiredSetting;
import dev.slipway.report.DoctorReport;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code slipway doctor}: says what can break the release although every generated file is right. */
final class DoctorCommand implements Command {
    /** The words of {@code --format}. */
    private enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final OptionSpec format = OptionSpec.builder("--format")
            .paramLabel("<format>")
            .type(Format.class)
            .converters(Choice.of(Format.class))
            .defaultValue(Format.TEXT.toString())
            .description("text or json (default: text)")
            .build();
    private final Today today = new Today();
    private final GlobalOptions options;

    DoctorCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(this).addOption(format).addOption(today.option());
        spec.usageMessage().description("Says what can break the release and is in no generated file.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        Generation generation = new Project(options).generate();
        Examination examination = Doctor.examine(
                Repository.read(options.directory()),
                PlannedSetup.of(generation.plan(), generation.source().name()),
                today.value());
        DoctorReport report = new DoctorReport(examination, RequiredSetting.of(generation.plan()));
        if (format.getValue() == Format.JSON) {
            console.out().print(report.json());
        } else {
            report.text().lines().forEach(console.out()::println);
        }
        if (format.getValue() == Format.TEXT && !options.quiet()) {
            console.out().println();
            console.out().println(report.counts());
        }
        return report.fails() ? ExitCode.FINDINGS : ExitCode.FINE;
    }
}
