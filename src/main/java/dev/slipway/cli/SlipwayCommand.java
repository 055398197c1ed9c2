package dev.slipway.cli;

import dev.slipway.Version;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The word {@code slipway} and the words that may follow it.
 *
 * <p>A command is one class here, and two lines in this one:
 *
 * <pre>{@code
 * final class CheckCommand implements Command {
 *     private final OptionSpec strictPins = OptionSpec.builder("--strict-pins")
 *             .type(boolean.class)
 *             .description("…")
 *             .build();
 *     private final GlobalOptions options;
 *
 *     CheckCommand(GlobalOptions options) {
 *         this.options = options;
 *     }
 *
 *     public CommandSpec spec() {
 *         CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addOption(strictPins);
 *         spec.usageMessage().description("List generated files that are out of date.");
 *         return spec;
 *     }
 *
 *     public ExitCode run(Console console) throws IOException {
 *         … options.configFile() … strictPins.<Boolean>getValue() … console.out() …
 *     }
 * }
 * }</pre>
 *
 * <p>Options are built by hand and not read from annotations, and only the command that is asked for is built: that
 * saves half of what the JVM's own start costs. A command throws {@code InvalidSource} for a text that has no meaning
 * and {@code IOException} for a file that cannot be read or written; {@link Failure} turns both into words.
 */
final class SlipwayCommand {
    static final String NAME = "slipway";

    /** In the order of the help. */
    private static final List<String> COMMANDS = List.of(
            "init",
            "generate",
            "check",
            "plan",
            "rehearse",
            "graph",
            "lint",
            "fleet",
            "doctor",
            "migrate",
            "schema",
            "action-class",
            "completion",
            "man",
            "help",
            "self-train");

    private SlipwayCommand() {}

    /** A switch, so that no run loads what builds the other commands. */
    private static Command command(String name, GlobalOptions options) {
        return switch (name) {
            case "init" -> new InitCommand(options);
            case "generate" -> new GenerateCommand(options);
            case "check" -> new CheckCommand(options);
            case "plan" -> new PlanCommand(options);
            case "rehearse" -> new RehearseCommand(options);
            case "graph" -> new GraphCommand(options);
            case "lint" -> new LintCommand(options);
            case "fleet" -> new FleetCommand(options);
            case "doctor" -> new DoctorCommand(options);
            case "migrate" -> new MigrateCommand(options);
            case "schema" -> new SchemaCommand();
            case "action-class" -> new ActionClassCommand(options);
            case "completion" -> new CompletionCommand();
            case "man" -> new ManCommand();
            case "help" -> new HelpCommand();
            case "self-train" -> new SelfTrainCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The command line with every command. */
    static CommandLine complete() {
        GlobalOptions options = new GlobalOptions();
        return commandLine(root(options), options, COMMANDS);
    }

    /** The command line with what these arguments need: one command, or all if none of them is asked for. */
    static CommandLine forArguments(List<String> args, GlobalOptions options) {
        CommandSpec root = root(options);
        String word = firstWord(args, root).orElse("");
        return commandLine(root, options, COMMANDS.contains(word) ? List.of(word) : COMMANDS);
    }

    private static CommandSpec root(GlobalOptions options) {
        CommandSpec root = described(CommandSpec.create().name(NAME));
        root.usageMessage()
                .description("Turn a short slipway.yml into a release pipeline for GitHub.")
                .synopsisSubcommandLabel("<command>")
                .commandListHeading("%nCommands:%n");
        options.addTo(root);
        return root;
    }

    private static CommandLine commandLine(CommandSpec root, GlobalOptions options, List<String> names) {
        for (String name : names) {
            Command command = command(name, options);
            CommandSpec spec = described(command.spec());
            root.addSubcommand(name, spec);
            if (!command.worksOnRepository()) {
                List.copyOf(spec.options()).stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .forEach(spec::remove);
            }
        }
        // a directory may be called 'check'
        return new CommandLine(root).setAllowSubcommandsAsOptionParameters(true);
    }

    /** Whether a command takes all options of the program. */
    static boolean takesAllOptions(CommandSpec spec) {
        return !(spec.userObject() instanceof Command command) || command.worksOnRepository();
    }

    private static CommandSpec described(CommandSpec spec) {
        spec.usageMessage()
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n");
        return spec.versionProvider(() -> new String[] {NAME + " " + Version.current()});
    }

    /** The first argument that is no option and no option's value; none if help is asked for before it. */
    private static Optional<String> firstWord(List<String> args, CommandSpec root) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("-")) {
                return Optional.of(arg);
            }
            Optional<OptionSpec> option = Optional.ofNullable(root.findOption(arg));
            if (option.filter(OptionSpec::usageHelp).isPresent()) {
                return Optional.empty();
            }
            i += option.map(known -> known.arity().max()).orElse(0);
        }
        return Optional.empty();
    }
}
