package dev.slipway.cli;

import dev.slipway.Version;
import dev.slipway.lint.Linted;
import dev.slipway.report.FindingReport;
import dev.slipway.report.Tool;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Quote;
import dev.slipway.source.Suggestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Error messages of commands that fail. */
final class Failure {
    /** How Java says that a path is not in the locale's encoding. */
    static final String UNMAPPABLE = "unmappable characters";

    private static final String REPORTS = Tool.HOME + "/issues/new";

    /** The length of a one-letter option, for which no correction is suggested. */
    private static final int SHORT_OPTION = 2;

    private Failure() {}

    /** Reports an invalid command line. */
    static ExitCode ofArguments(ParameterException problem, Console console) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        console.err().println("error: " + message(problem));
        console.err().println("  run '" + command + " --help' for usage");
        return ExitCode.INVALID;
    }

    private static String message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return message(unmatched);
        }
        String text = String.valueOf(problem.getMessage())
                .replaceFirst(
                        "^Invalid value for positional parameter at index [0-9]+ \\((<[a-z]+>)\\)",
                        "Invalid value for $1")
                .replaceFirst(" is not an int$", " is not a number");
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String message(UnmatchedArgumentException problem) {
        CommandSpec spec = problem.getCommandLine().getCommandSpec();
        String word = problem.getUnmatched().get(0);
        if (problem.isUnknownOption()) {
            return unknown("option", word, spec.optionsMap().keySet());
        }
        return unknown(
                spec.parent() == null ? "command" : "argument",
                word,
                spec.subcommands().keySet());
    }

    private static String unknown(String kind, String word, Set<String> known) {
        String meant = Optional.of(word)
                .filter(it -> it.length() > SHORT_OPTION)
                .flatMap(it -> Suggestion.nearest(it, known))
                .map(near -> ", did you mean '" + near + "'?")
                .orElse("");
        return "unknown " + kind + " '" + word + "'" + meant;
    }

    /** Reports an exception of a command. */
    static ExitCode ofCommand(Throwable thrown, Console console) {
        if (thrown instanceof InvalidSource invalid) {
            return ofSource(invalid, console);
        }
        if (thrown instanceof IOException file) {
            return ofFile(file, console);
        }
        if (thrown instanceof UncheckedIOException file) {
            return ofFile(Objects.requireNonNull(file.getCause()), console);
        }
        if (thrown instanceof InvalidPathException path) {
            console.err().println("error: " + message(path));
            return ExitCode.INVALID;
        }
        return ofBug(thrown, "your slipway.yml", console);
    }

    /** A part of linting that failed; the report of all findings has been printed. */
    static ExitCode ofFault(Linted.Fault fault, Console console) {
        return ofBug(fault.thrown(), Quote.of(fault.file()), console);
    }

    /** Java names files in the encoding of the locale, and knows no other once it runs. */
    static String message(InvalidPathException problem) {
        String path = Quote.of(problem.getInput());
        return problem.getReason().contains(UNMAPPABLE)
                ? "the path " + path + " has characters that are not in the locale's encoding; set LC_ALL=C.UTF-8"
                : problem.getReason().toLowerCase(Locale.ROOT) + ": " + path;
    }

    private static ExitCode ofSource(InvalidSource invalid, Console console) {
        console.err().print(FindingReport.of(invalid).text(console.style()));
        if (!invalid.unchecked().isEmpty()) {
            console.err().println("note: " + invalid.unchecked() + " were not checked; fix the config first");
        }
        return ExitCode.INVALID;
    }

    private static ExitCode ofFile(IOException problem, Console console) {
        String message = "error: " + message(problem);
        if (problem instanceof FileSystemException) {
            console.err().println(message);
        } else {
            message.lines().forEach(console.err()::println); // it may be several lines of ours
        }
        return ExitCode.INVALID;
    }

    /** The JDK's exceptions about files have the path for a message and the reason in their class. */
    static String message(IOException problem) {
        if (problem instanceof FileSystemException file) {
            return reason(file)
                    + Optional.ofNullable(file.getFile())
                            .map(name -> " '" + name + "'")
                            .orElse("");
        }
        return Optional.ofNullable(problem.getMessage()).orElseGet(problem::toString);
    }

    private static String reason(FileSystemException problem) {
        if (problem instanceof NoSuchFileException) {
            return "no such file or directory:";
        }
        if (problem instanceof AccessDeniedException) {
            return "permission denied:";
        }
        if (problem instanceof NotDirectoryException) {
            return "not a directory:";
        }
        return Optional.ofNullable(problem.getReason())
                        .orElse(problem.getClass().getSimpleName())
                        .toLowerCase(Locale.ROOT)
                + ":";
    }

    private static ExitCode ofBug(Throwable bug, String input, Console console) {
        PrintWriter err = console.err();
        err.println("error: a bug in slipway " + Version.current() + " (java " + System.getProperty("java.version")
                + ", " + System.getProperty("os.name") + ")");
        bug.printStackTrace(err);
        err.println("please report it, with the text above and " + input + ": " + REPORTS);
        return ExitCode.BUG;
    }
}
