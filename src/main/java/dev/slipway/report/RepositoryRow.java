package dev.slipway.report;

import dev.slipway.source.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line of the table about several repositories.
 *
 * @param verdict {@code ok}, {@code findings}, {@code invalid} or {@code bug}
 * @param findings how many there are; {@code -} if that is not known
 * @param files in how many files was looked
 * @param reason why it is not well, in a line
 */
public record RepositoryRow(String directory, String verdict, String findings, String files, String reason) {
    public static final String OK = "ok";

    private static final RepositoryRow HEAD = new RepositoryRow("repository", "verdict", "findings", "files", "reason");

    /** A table as wide as its longest name; nothing if there is no row. */
    public static String table(List<RepositoryRow> rows, Style style) {
        if (rows.isEmpty()) {
            return "";
        }
        int width = rows.stream()
                .mapToInt(row -> row.directory().length())
                .reduce(HEAD.directory().length(), Math::max);
        return HEAD.line(width, style)
                + rows.stream().map(row -> row.line(width, style)).collect(Collectors.joining());
    }

    private String line(int width, Style style) {
        String line =
                String.format("%-" + width + "s  %-8s  %8s  %5s  %s", directory, verdict, findings, files, reason);
        return style.line(line.stripTrailing(), width + 2);
    }

    /** How many repositories there are, and how many have each verdict. */
    public static String sum(List<RepositoryRow> rows) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(OK, OK);
        words.put("findings", "with findings");
        words.put("invalid", "invalid");
        words.put("bug", "stopped by a bug");
        List<String> counts = new ArrayList<>();
        words.forEach((verdict, said) -> {
            long number =
                    rows.stream().filter(row -> row.verdict().equals(verdict)).count();
            if (number > 0) {
                counts.add(number + " " + said);
            }
        });
        return English.count(rows.size(), "repository", "repositories") + ": " + String.join(", ", counts);
    }
}
