package dev.slipway.report;

import dev.slipway.published.Comparison;
import dev.slipway.published.Comparison.Row;
import dev.slipway.published.PublishedRelease;
import java.util.Locale;

/**
 * The files of an existing release, compared with those of the next one, for people and for programs.
 *
 * @param tag the tag that the new names are for
 */
public record NameTable(PublishedRelease old, Comparison comparison, String tag) {
    private static final int AFTER_WORD = 11;

    /** A line for each file: what becomes of it, its old name and its new one; two if these do not fit. */
    public String text(Style style) {
        String source = Printable.oneLine(old.source());
        int widest = comparison.rows().stream()
                .mapToInt(row -> row.before().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder(style.line(
                old.tag().map(of -> "files of " + of + " (from " + source + ")").orElse("files in " + source)
                        + ", and those that the config makes of " + tag + ":"));
        for (Row row : comparison.rows()) {
            String line = "  " + padded(word(row), 7) + "  " + padded(row.before(), widest)
                    + (row.after().isEmpty() || row.after().equals(row.before()) ? "" : "  ->  " + row.after());
            text.append(style.line(line.stripTrailing(), AFTER_WORD));
        }
        return text.append("  ").append(comparison.counts()).append('\n').toString();
    }

    void json(Json json) {
        json.put("source", old.source())
                .put("tag", old.tag())
                .put("newTag", tag)
                .put("same", comparison.of(Comparison.Change.SAME).size())
                .put("renamed", comparison.of(Comparison.Change.RENAMED).size())
                .put("missing", comparison.of(Comparison.Change.MISSING).size())
                .put("new", comparison.of(Comparison.Change.NEW).size())
                .list("files", comparison.rows(), row -> {
                    json.put("change", word(row));
                    if (!row.before().isEmpty()) {
                        json.put("old", row.before());
                    }
                    if (!row.after().isEmpty()) {
                        json.put("new", row.after());
                    }
                });
    }

    private static String word(Row row) {
        return row.change().name().toLowerCase(Locale.ROOT);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
