package dev.slipway.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Main {
    /** The exit code of a program whose reader has gone: 128 plus the number of SIGPIPE. */
    private static final int UNREAD = 141;

    /** What picocli takes if nothing else is said, and the least that it takes. */
    private static final int USUAL_HELP = 80;

    private static final int NARROWEST_HELP = 55;

    private Main() {}

    public static void main(String[] args) {
        // a library asks for the zone of the machine, which the JVM looks for in 100 kB of rules; we print no times of
        // it
        TimeZone.setDefault(new SimpleTimeZone(0, "UTC"));
        // since Java 22 the console is that of the JDK's shell unless another is named; we only ask whether there is
        // one
        System.setProperty("jdk.console", "java.base");
        // picocli would load 80 classes for options that hold a date; none of ours does
        if (System.getProperty("picocli.converters.excludes") == null) {
            System.setProperty("picocli.converters.excludes", "java.(time|sql).*");
        }
        // nor are there closures of Groovy: picocli would look for them in the jar
        System.setProperty("picocli.disable.closures", "true");
        int code = program(
                List.of(args),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv());
        // to end by itself is cheaper: since Java 21 an exit looks for somebody who logs it. A thread that works on may
        // not
        // keep the program, though
        if (code != ExitCode.FINE.number() || Thread.activeCount() > 1) {
            System.exit(code);
        }
    }

    /** Runs a command line and returns its exit code. Catches everything that is thrown. */
    static int program(List<String> args, OutputStream out, OutputStream err, Map<String, String> environment) {
        Sink results = new Sink("standard output", out);
        Sink problems = new Sink("standard error", err);
        Console console = new Console(results, problems, Ansi.AUTO::enabled);
        ExitCode code;
        try {
            code = run(args, new Console(console.out(), console.err(), surroundings(environment, console)));
            console.flush();
        } catch (RuntimeException | Error e) {
            code = Failure.ofCommand(e, console);
        }
        results.failure()
                .filter(why -> !results.unread())
                .ifPresent(why -> console.err().println("error: " + why));
        console.flush();
        if (results.unread() || problems.unread()) {
            return UNREAD;
        }
        boolean failed = results.failure().isPresent() || problems.failure().isPresent();
        return failed ? Math.max(code.number(), ExitCode.INVALID.number()) : code.number();
    }

    private static Surroundings surroundings(Map<String, String> environment, Console console) {
        return new Surroundings(
                console.coloured(),
                TerminalWidth.of(environment),
                named(environment, "GITHUB_STEP_SUMMARY").map(Path::of),
                named(environment, "GITHUB_BASE_REF"));
    }

    private static Optional<String> named(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Runs a command line as the program does, but in this process and without colors; gives the exit code. */
    public static int run(List<String> args, PrintWriter out, PrintWriter err) {
        return run(args, new Console(out, err, () -> false)).number();
    }

    // a person who has not read a bug's words cannot report it: nothing that is thrown may pass
    static ExitCode run(List<String> args, Console console) {
        return run(args, console, command -> {});
    }

    /** @param last told which command is run: afterward it knows more than its exit code */
    static ExitCode run(List<String> args, Console console, Consumer<Command> last) {
        GlobalOptions options = new GlobalOptions();
        Console coloured = console.with(() -> options.coloured(console));
        Optional<String> empty = EmptyArgument.in(args);
        if (empty.isPresent()) {
            coloured.err().print(empty.get());
            return ExitCode.INVALID;
        }
        try {
            CommandLine line = SlipwayCommand.forArguments(args, options);
            ParseResult parsed = line.parseArgs(args.toArray(String[]::new));
            options.checkDirectory();
            return execute(parsed, coloured, last);
        } catch (ParameterException e) {
            return Failure.ofArguments(e, coloured);
        } catch (IOException | RuntimeException | Error e) {
            return Failure.ofCommand(e, coloured);
        }
    }

    /** Help is as wide as the terminal if that is narrow; lines of more than 80 columns are hard to read. */
    static CommandLine fit(CommandLine line, Console console) {
        int width = console.around().width().getAsInt();
        return width <= 0 || width >= USUAL_HELP ? line : line.setUsageHelpWidth(Math.max(NARROWEST_HELP, width));
    }

    private static ExitCode execute(ParseResult parsed, Console console, Consumer<Command> last) throws IOException {
        ParseResult asked = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        CommandLine line = asked.commandSpec().commandLine();
        if (parsed.isUsageHelpRequested() || asked.isUsageHelpRequested()) {
            HelpCommand.print(parsed.isUsageHelpRequested() ? parsed.commandSpec() : asked.commandSpec(), console);
            return ExitCode.FINE;
        }
        if (parsed.isVersionHelpRequested() || asked.isVersionHelpRequested()) {
            line.printVersionHelp(console.out(), Ansi.OFF);
            return ExitCode.FINE;
        }
        if (asked == parsed) {
            fit(line, console).usage(console.err(), Ansi.OFF);
            return ExitCode.INVALID;
        }
        Command command = (Command) asked.commandSpec().userObject();
        last.accept(command);
        return command.run(console);
    }
}
