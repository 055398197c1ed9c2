package dev.slipway.cli;

import dev.slipway.files.Drift;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code slipway check}: says which generated files are not what the config asks for, and changes nothing. */
final class CheckCommand implements Command {
    private final OptionSpec strictPins =
            Flags.flag("--strict-pins", "accept no other version of an action than the config's");
    private final GlobalOptions options;

    CheckCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addOption(strictPins);
        spec.usageMessage().description("Says which generated files are not current.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        Project project = new Project(options);
        Drift drift = project.compare(project.generate(), Flags.on(strictPins));
        new DriftPrinter(console, options).print(drift);
        return drift.clean() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
