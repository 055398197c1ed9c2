package dev.slipway.cli;

import dev.slipway.source.Suggestion;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway help check}: the same as {@code slipway check --help}. */
final class HelpCommand implements Command {
    private final PositionalParamSpec about = parameter("the command to explain (default: all)");

    /** A command as a parameter. */
    static PositionalParamSpec parameter(String description) {
        return PositionalParamSpec.builder()
                .paramLabel("<command>")
                .type(String.class)
                .arity("0..1")
                .description(description)
                .build();
    }

    /** The program, or the command that a parameter names. Prints an error if there is no such command. */
    static Optional<CommandSpec> named(PositionalParamSpec parameter, Console console) {
        CommandLine all = SlipwayCommand.complete();
        Map<String, CommandLine> commands = all.getSubcommands();
        String name = parameter.getValue();
        if (name == null) {
            return Optional.of(all.getCommandSpec());
        }
        CommandLine named = commands.get(name);
        if (named == null) {
            String meant = Suggestion.nearest(name, commands.keySet())
                    .map(near -> ", did you mean '" + near + "'?")
                    .orElse("");
            console.err().println("error: unknown command '" + name + "'" + meant);
            console.err().println("  run 'slipway --help' for all commands");
        }
        return Optional.ofNullable(named).map(CommandLine::getCommandSpec);
    }

    /** Prints the options and parameters of a command, with examples. */
    static void print(CommandSpec spec, Console console) {
        Examples.addTo(spec);
        Main.fit(spec.commandLine(), console).usage(console.out(), Ansi.OFF);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addPositional(about);
        spec.usageMessage().description("Explain a command.");
        return spec;
    }

    @Override
    public boolean worksOnRepository() {
        return false;
    }

    @Override
    public ExitCode run(Console console) {
        Optional<CommandSpec> spec = named(about, console);
        spec.ifPresent(found -> print(found, console));
        return spec.isPresent() ? ExitCode.FINE : ExitCode.INVALID;
    }
}
