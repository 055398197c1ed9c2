package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.detect.Advice;
import dev.slipway.detect.Doctor;
import dev.slipway.detect.Repository;
import dev.slipway.plan.RequiredSetting;
import dev.slipway.source.Severity;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code slipway doctor}: says what can break the release although every generated file is right. */
final class DoctorCommand implements Command {
    private final Today today = new Today();
    private final GlobalOptions options;

    DoctorCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addOption(today.option());
        spec.usageMessage().description("Says what can break the release and is in no generated file.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        Generation generation = new Project(options).generate();
        List<Advice> advice = Doctor.examine(
                Repository.read(options.directory()),
                PlannedSetup.of(generation.plan(), generation.source().name()),
                today.value());
        advice.forEach(one -> print(one, console));
        settings(RequiredSetting.of(generation.plan()), console);
        if (!options.quiet()) {
            console.out().println();
            console.out().println(count(advice));
        }
        return errors(advice) == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private static void print(Advice advice, Console console) {
        console.out().println(advice.severity().word() + ": " + advice.message() + " [" + advice.topic() + "]");
        if (!advice.help().isEmpty()) {
            console.out().println("  help: " + advice.help());
        }
        if (!advice.url().isEmpty()) {
            console.out().println("  " + advice.url());
        }
        console.out().println();
    }

    private static void settings(List<RequiredSetting> settings, Console console) {
        console.out().println("settings on GitHub that the release relies on, and that no file can make:");
        for (RequiredSetting setting : settings) {
            console.out().println();
            console.out().println("  " + setting.where());
            console.out().println("    " + setting.what());
            console.out().println("    " + setting.address());
        }
    }

    private static String count(List<Advice> advice) {
        long warnings = advice.stream()
                .filter(one -> one.severity() == Severity.WARNING)
                .count();
        return advice.isEmpty()
                ? "nothing else was found that can break the release"
                : number(errors(advice), "error") + ", " + number(warnings, "warning");
    }

    private static long errors(List<Advice> advice) {
        return advice.stream().filter(one -> one.severity() == Severity.ERROR).count();
    }

    private static String number(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
