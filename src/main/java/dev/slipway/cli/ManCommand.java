package dev.slipway.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway man check > slipway-check.1}: the manual, for packages. */
final class ManCommand implements Command {
    private final PositionalParamSpec about = HelpCommand.parameter("the command (default: the program)");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addPositional(about);
        spec.usageMessage().description("Print a man page.");
        return spec;
    }

    @Override
    public boolean worksOnRepository() {
        return false;
    }

    @Override
    public ExitCode run(Console console) {
        Optional<CommandSpec> spec = HelpCommand.named(about, console);
        spec.ifPresent(found -> console.out().print(new ManPage(found).text()));
        return spec.isPresent() ? ExitCode.FINE : ExitCode.INVALID;
    }
}
