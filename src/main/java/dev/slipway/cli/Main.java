package dev.slipway.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Optional<Path> summary = Optional.ofNullable(System.getenv("GITHUB_STEP_SUMMARY"))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
        Console console =
                new Console(writer(FileDescriptor.out), writer(FileDescriptor.err), summary, Ansi.AUTO::enabled);
        ExitCode code = run(List.of(args), console);
        console.flush();
        System.exit(code.number());
    }

    /** Runs a command line as the program does, but in this process and without colours; gives the exit code. */
    public static int run(List<String> args, PrintWriter out, PrintWriter err) {
        return run(args, new Console(out, err, () -> false)).number();
    }

    // a person who has not read a bug's words cannot report it: nothing that is thrown may pass
    static ExitCode run(List<String> args, Console console) {
        return run(args, console, command -> {});
    }

    /** @param last told which command is run: afterwards it knows more than its exit code */
    static ExitCode run(List<String> args, Console console, Consumer<Command> last) {
        try {
            CommandLine line = SlipwayCommand.forArguments(args);
            return execute(line.parseArgs(args.toArray(String[]::new)), console, last);
        } catch (ParameterException e) {
            return Failure.ofArguments(e, console);
        } catch (IOException | RuntimeException | Error e) {
            return Failure.ofCommand(e, console);
        }
    }

    private static ExitCode execute(ParseResult parsed, Console console, Consumer<Command> last) throws IOException {
        ParseResult asked = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        CommandLine line = asked.commandSpec().commandLine();
        if (parsed.isUsageHelpRequested() || asked.isUsageHelpRequested()) {
            (parsed.isUsageHelpRequested() ? parsed.commandSpec() : asked.commandSpec())
                    .commandLine()
                    .usage(console.out(), Ansi.OFF);
            return ExitCode.FINE;
        }
        if (parsed.isVersionHelpRequested() || asked.isVersionHelpRequested()) {
            line.printVersionHelp(console.out(), Ansi.OFF);
            return ExitCode.FINE;
        }
        if (asked == parsed) {
            line.usage(console.err(), Ansi.OFF);
            return ExitCode.INVALID;
        }
        Command command = (Command) asked.commandSpec().userObject();
        last.accept(command);
        return command.run(console);
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
    }
}
