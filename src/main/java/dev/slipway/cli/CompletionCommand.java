package dev.slipway.cli;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway completion bash}: the script that teaches a shell our words. */
final class CompletionCommand implements Command {
    private final PositionalParamSpec shell = PositionalParamSpec.builder()
            .paramLabel("<shell>")
            .type(Shell.class)
            .converters(Choice.of(Shell.class))
            .arity("1")
            .required(true)
            .description("bash, zsh or fish")
            .build();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addPositional(shell);
        spec.usageMessage()
                .description("Prints a completion script for a shell.")
                .footer("", "for example: source <(slipway completion bash)");
        return spec;
    }

    @Override
    public ExitCode run(Console console) {
        Shell chosen = shell.getValue();
        console.out().print(chosen.script(SlipwayCommand.complete()));
        return ExitCode.FINE;
    }

    /** The shells whose completion we speak. */
    private enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        String script(CommandLine line) {
            return switch (this) {
                // the script of picocli loads bashcompinit where it finds itself in zsh
                case BASH, ZSH -> AutoComplete.bash(SlipwayCommand.NAME, line);
                case FISH -> FishCompletion.script(line.getCommandSpec());
            };
        }
    }
}
