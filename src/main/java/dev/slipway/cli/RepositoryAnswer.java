package dev.slipway.cli;

import dev.slipway.report.Combined;
import dev.slipway.report.RepositoryRow;
import java.util.Locale;
import java.util.Optional;

/**
 * The result of a command for one of several repositories.
 *
 * @param directory the repository, as the command line names it
 * @param tally what was counted; nothing if the command counts nothing or could not begin
 */
record RepositoryAnswer(String directory, ExitCode code, String out, String err, Optional<Tally> tally) {
    /** Whether the row of the table is enough: there is no finding and no warning. */
    boolean saysNoMore() {
        return code == ExitCode.FINE
                && err.isBlank()
                && tally.map(it -> it.findings() == 0).orElse(false);
    }

    /** Everything it printed, and an empty line. */
    String section() {
        String text = err + out;
        return text + (text.endsWith("\n") ? "\n" : "\n\n");
    }

    RepositoryRow row() {
        boolean counted = code.compareTo(ExitCode.INVALID) < 0;
        return new RepositoryRow(
                directory,
                verdict(),
                tally.filter(it -> counted)
                        .map(it -> String.valueOf(it.findings()))
                        .orElse("-"),
                tally.filter(it -> counted)
                        .map(it -> String.valueOf(it.files()))
                        .orElse("-"),
                code == ExitCode.FINE ? "" : reason());
    }

    private String verdict() {
        return code == ExitCode.FINE ? RepositoryRow.OK : code.name().toLowerCase(Locale.ROOT);
    }

    /** The first printed line, or the first line of the error if there is one. */
    private String reason() {
        return (err + "\n" + out)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(String::strip)
                .orElse("")
                .replaceFirst("^error: ", "");
    }

    /** One line of JSON. */
    String line() {
        return Combined.line(directory, code.number(), out, err.strip());
    }
}
