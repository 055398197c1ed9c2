package dev.slipway.cli;

import dev.slipway.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The word {@code slipway} and the words that may follow it.
 *
 * <p>A command is one class here, and one line in {@link #COMMANDS}:
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
 *         spec.usageMessage().description("says which generated files are not current");
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

    static {
        // picocli would load 80 classes for options that hold a date; none of ours does
        if (System.getProperty("picocli.converters.excludes") == null) {
            System.setProperty("picocli.converters.excludes", "java.(time|sql).*");
        }
    }

    /** A command's name, and how to build it. */
    private record Entry(String name, Function<GlobalOptions, Command> command) {}

    /** In the order of the help. */
    private static final List<Entry> COMMANDS = List.of(
            new Entry("init", InitCommand::new),
            new Entry("generate", GenerateCommand::new),
            new Entry("check", CheckCommand::new),
            new Entry("plan", PlanCommand::new),
            new Entry("rehearse", RehearseCommand::new),
            new Entry("graph", GraphCommand::new),
            new Entry("lint", LintCommand::new),
            new Entry("fleet", FleetCommand::new),
            new Entry("doctor", DoctorCommand::new),
            new Entry("schema", options -> new SchemaCommand()),
            new Entry("completion", options -> new CompletionCommand()),
            new Entry("self-train", options -> new SelfTrainCommand()));

    private SlipwayCommand() {}

    /** The command line with every command. */
    static CommandLine complete() {
        GlobalOptions options = new GlobalOptions();
        return commandLine(root(options), options, COMMANDS);
    }

    /** The command line with what these arguments need: one command, or all where none of them is asked for. */
    static CommandLine forArguments(List<String> args, GlobalOptions options) {
        CommandSpec root = root(options);
        Optional<String> word = firstWord(args, root);
        for (Entry entry : COMMANDS) {
            if (entry.name().equals(word.orElse(""))) {
                return commandLine(root, options, List.of(entry));
            }
        }
        return commandLine(root, options, COMMANDS);
    }

    private static CommandSpec root(GlobalOptions options) {
        CommandSpec root = described(CommandSpec.create().name(NAME));
        root.usageMessage()
                .description("Turns a short slipway.yml into a release pipeline for GitHub.")
                .synopsisSubcommandLabel("<command>")
                .commandListHeading("%nCommands:%n");
        options.addTo(root);
        return root;
    }

    private static CommandLine commandLine(CommandSpec root, GlobalOptions options, List<Entry> entries) {
        for (Entry entry : entries) {
            root.addSubcommand(
                    entry.name(), described(entry.command().apply(options).spec()));
        }
        // a directory may be called 'check'
        return new CommandLine(root).setAllowSubcommandsAsOptionParameters(true);
    }

    private static CommandSpec described(CommandSpec spec) {
        spec.usageMessage()
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n");
        return spec.versionProvider(() -> new String[] {NAME + " " + Version.current()});
    }

    /** The first argument that is no option and no option's value; none where help is asked for before it. */
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
