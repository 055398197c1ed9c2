package dev.slipway.cli;

import dev.slipway.cli.completion.Shell;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway completion bash}: prints the completion script for a shell. */
final class CompletionCommand implements Command {
    private final PositionalParamSpec shell = PositionalParamSpec.builder()
            .paramLabel("<shell>")
            .type(Shell.class)
            .converters(Choice.of(Shell.class))
            .arity("1")
            .required(true)
            .description("bash, zsh, fish or powershell")
            .build();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addPositional(shell);
        spec.usageMessage().description("Print a completion script for a shell.");
        return spec;
    }

    @Override
    public boolean worksOnRepository() {
        return false;
    }

    @Override
    public ExitCode run(Console console) {
        Shell chosen = shell.getValue();
        console.out().print(chosen.script(SlipwayCommand.complete().getCommandSpec(), SlipwayCommand::takesAllOptions));
        return ExitCode.FINE;
    }
}
