package dev.slipway.cli;

import dev.slipway.ConfigCheck;
import dev.slipway.Generation;
import dev.slipway.detect.Advice;
import dev.slipway.detect.Doctor;
import dev.slipway.detect.Examination;
import dev.slipway.detect.Inspection;
import dev.slipway.detect.Repository;
import dev.slipway.facts.Runners;
import dev.slipway.plan.Build;
import dev.slipway.plan.RequiredSetting;
import dev.slipway.report.DoctorReport;
import dev.slipway.source.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        EachProject.Form form = format.getValue() == Format.JSON ? EachProject.Form.JSON : EachProject.Form.TEXT;
        return EachProject.run(Projects.present(options), form, console, this::examine);
    }

    private ExitCode examine(Project project, Console console) throws IOException {
        Generation generation = project.generate();
        List<Advice> more = new ArrayList<>();
        ConfigCheck.of(generation, today.value()).forEach(finding -> more.add(advice(finding)));
        project.unlocked(project.compare(generation, false)).findings().forEach(finding -> more.add(unlocked(finding)));
        Examination examination = Doctor.examine(
                        Repository.read(options.directory()),
                        PlannedSetup.of(generation, project.others()),
                        today.value())
                .with(more, runners(generation));
        DoctorReport report = new DoctorReport(examination, RequiredSetting.of(generation.plan()));
        if (format.getValue() == Format.JSON) {
            console.out().print(report.json());
        } else {
            console.out().print(report.text());
        }
        if (format.getValue() == Format.TEXT && !options.quiet()) {
            console.out().println();
            console.out().println(report.counts());
        }
        return report.fails() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private static Inspection runners(Generation generation) {
        List<String> unknown = generation
                .plan()
                .builds()
                .map(Build::runner)
                .filter(label -> Runners.standard().find(label).isEmpty())
                .distinct()
                .toList();
        return new Inspection("labels of runners")
                .unless(!unknown.isEmpty(), "nothing is known of " + String.join(", ", unknown));
    }

    private static Advice advice(Finding finding) {
        String place = "at " + finding.file() + ":" + finding.position();
        String help = finding.help().isEmpty() ? place : finding.help() + "; " + place;
        return new Advice(finding.severity(), finding.rule(), finding.message(), help, "");
    }

    private static Advice unlocked(Finding finding) {
        return new Advice(
                finding.severity(),
                "actions-lock",
                finding.file() + ":" + finding.position() + ": " + finding.message(),
                finding.help(),
                "https://docs.github.com/en/actions/concepts/security/workflow-dependency-lockfiles");
    }
}
