package dev.slipway.cli.completion;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * A command, as a shell completes it.
 *
 * @param name empty for the program itself, whose options every command takes
 * @param options without those of the program, if it takes all of them
 * @param general whether it takes all options of the program
 * @param parameter what its parameters are; nothing if it takes none
 */
record Words(String name, String description, List<Option> options, boolean general, Optional<Values> parameter) {
    /** @param value what follows it; nothing for a flag */
    record Option(List<String> names, String description, Optional<Values> value) {}

    /** The program and its commands, in the order of the help. */
    static List<Words> of(CommandSpec root, Predicate<CommandSpec> general) {
        List<CommandSpec> commands = root.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .toList();
        List<String> names = commands.stream().map(CommandSpec::name).toList();
        Words program = new Words(
                "",
                description(root.usageMessage()),
                root.options().stream().map(option -> option(option, names)).toList(),
                true,
                Optional.of(Values.words(names)));
        return Stream.concat(
                        Stream.of(program),
                        commands.stream().map(command -> command(command, general.test(command), names)))
                .toList();
    }

    private static Words command(CommandSpec spec, boolean general, List<String> commands) {
        return new Words(
                spec.name(),
                description(spec.usageMessage()),
                spec.options().stream()
                        .filter(option -> !general || !option.inherited())
                        .map(option -> option(option, commands))
                        .toList(),
                general,
                spec.positionalParameters().stream().findFirst().map(parameter -> Values.of(parameter, commands)));
    }

    private static Option option(OptionSpec spec, List<String> commands) {
        return new Option(
                List.of(spec.names()),
                String.join(" ", spec.description()),
                spec.arity().max() == 0 ? Optional.empty() : Optional.of(Values.of(spec, commands)));
    }

    private static String description(UsageMessageSpec usage) {
        return String.join(" ", usage.description()).replaceAll("\\.$", "");
    }

    /** The names of options that something follows. */
    static List<String> taking(List<Words> all) {
        return all.stream()
                .flatMap(command -> command.options().stream())
                .filter(option -> option.value().isPresent())
                .flatMap(option -> option.names().stream())
                .distinct()
                .toList();
    }

    /** The commands without the program. */
    static List<Words> commands(List<Words> all) {
        return all.subList(1, all.size());
    }

    /** The names of the commands that do not take all options of the program. */
    static List<String> alone(List<Words> all) {
        return all.stream()
                .filter(command -> !command.general())
                .map(Words::name)
                .toList();
    }

    /** All options that a command takes. */
    static List<Option> options(Words command, List<Words> all) {
        return command.name().isEmpty() || !command.general()
                ? command.options()
                : Stream.concat(command.options().stream(), all.get(0).options().stream())
                        .toList();
    }
}
