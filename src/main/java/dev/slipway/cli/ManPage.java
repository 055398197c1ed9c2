package dev.slipway.cli;

import dev.slipway.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A page of the manual, in the macros of {@code man}. It has no date, so the same version prints the same page.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/man.7.html">man(7)</a>
 */
record ManPage(CommandSpec spec) {
    private static final List<String> EXIT_CODES = List.of(
            "0",
            "success",
            "1",
            "findings, out-of-date files, or a failed rehearsal",
            "2",
            "a wrong command line, an invalid config, or a file that cannot be read or written",
            "3",
            "a bug in Slipway");

    String text() {
        String name = spec.qualifiedName("-");
        boolean program = spec.parent() == null;
        List<String> lines = new ArrayList<>();
        lines.add(".TH " + name.toUpperCase(java.util.Locale.ROOT) + " 1 \"\" \"Slipway " + Version.current()
                + "\" \"Slipway\"");
        lines.add(".SH NAME");
        lines.add(escaped(name) + " \\- " + escaped(brief(spec)));
        lines.add(".SH SYNOPSIS");
        lines.add(".B " + escaped(spec.qualifiedName(" ")));
        lines.add("[\\fIOPTIONS\\fR] "
                + (program
                        ? "\\fI<command>\\fR"
                        : spec.positionalParameters().stream()
                                .map(parameter -> parameter.arity().min() > 0
                                        ? "\\fI" + escaped(parameter.paramLabel()) + "\\fR"
                                        : "[\\fI" + escaped(parameter.paramLabel()) + "\\fR"
                                                + (parameter.arity().max() > 1 ? "..." : "") + "]")
                                .collect(Collectors.joining(" "))));
        lines.add(".SH DESCRIPTION");
        Stream.of(spec.usageMessage().description()).forEach(line -> lines.add(text(line)));
        Stream.of(spec.usageMessage().footer())
                .takeWhile(line -> !line.startsWith("Examples"))
                .filter(line -> !line.isBlank())
                .forEach(line -> lines.addAll(List.of(".PP", text(line))));
        if (program) {
            section(
                    "COMMANDS",
                    commands().map(command -> List.of("slipway-" + command.name() + "(1)", brief(command))),
                    lines);
        }
        section(
                "ARGUMENTS",
                spec.positionalParameters().stream().map(it -> List.of(it.paramLabel(), about(it))),
                lines);
        lines.add(".SH OPTIONS");
        own().forEach(option -> lines.addAll(entry(names(option), about(option))));
        if (!program && SlipwayCommand.takesAllOptions(spec)) {
            lines.addAll(List.of(".PP", "The options of \\fBslipway\\fR(1) are accepted, too."));
        }
        lines.add(".SH EXAMPLES");
        lines.add(".nf");
        Examples.of(spec.name()).forEach(line -> lines.add(text(line)));
        lines.add(".fi");
        section(
                "EXIT STATUS",
                Stream.iterate(0, i -> i < EXIT_CODES.size(), i -> i + 2).map(i -> EXIT_CODES.subList(i, i + 2)),
                lines);
        lines.add(".SH SEE ALSO");
        lines.add(program ? "The documentation at https://github.com/slipway-dev/slipway" : "\\fBslipway\\fR(1)");
        return String.join("\n", lines) + "\n";
    }

    private Stream<CommandSpec> commands() {
        return spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden());
    }

    private Stream<OptionSpec> own() {
        return spec.options().stream().filter(option -> !option.inherited() || !SlipwayCommand.takesAllOptions(spec));
    }

    private static void section(String title, Stream<List<String>> entries, List<String> lines) {
        List<List<String>> all = entries.toList();
        if (!all.isEmpty()) {
            lines.add(".SH " + title);
            all.forEach(
                    entry -> lines.addAll(List.of(".TP", "\\fB" + escaped(entry.get(0)) + "\\fR", text(entry.get(1)))));
        }
    }

    private static List<String> entry(String name, String about) {
        return List.of(".TP", "\\fB" + escaped(name) + "\\fR", text(about));
    }

    private static String names(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        return String.join(", ", option.names()) + value;
    }

    private static String brief(CommandSpec command) {
        String all = Optional.of(command.usageMessage().description())
                .map(lines -> String.join(" ", lines))
                .orElse("");
        return all.endsWith(".") ? all.substring(0, all.length() - 1) : all;
    }

    private static String about(ArgSpec spec) {
        return String.join(" ", spec.description());
    }

    /** A line of text; one that begins with a dot or an apostrophe would be a command. */
    private static String text(String line) {
        String escaped = escaped(line);
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...");
    }
}
