package dev.slipway.source;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a finding looks in a terminal, without colors.
 *
 * @param head place, severity, message and rule
 * @param line the line it is about; only the part around the place, if it is long
 * @param underline {@code ^~~~~} below the place
 * @param help what to write instead; may be empty
 */
public record Excerpt(String head, String line, String underline, String help) {
    private static final int WIDEST = 120;

    public static Excerpt of(SourceText source, Finding finding) {
        return of(source, finding, WIDEST);
    }

    /** @param width the most characters that the line may have; more than 120 are never shown */
    public static Excerpt of(SourceText source, Finding finding, int width) {
        int most = Math.min(width, WIDEST);
        int[] all = source.line(finding.position().line()).codePoints().toArray();
        int column = Math.min(finding.position().column() - 1, all.length);
        int from = all.length <= most ? 0 : Math.max(0, Math.min(column - most / 3, all.length - most));
        int to = Math.min(all.length, from + most);
        String cutBefore = from > 0 ? "…" : "";
        String cutAfter = to < all.length ? "…" : "";
        String before = blank(all, from, column);
        String under = "^"
                + "~"
                        .repeat(Math.max(
                                0,
                                width(
                                                all,
                                                column,
                                                Math.min(
                                                        to,
                                                        column + finding.span().length()))
                                        - 1));
        return new Excerpt(
                finding.toString(),
                cutBefore + shown(all, from, to) + cutAfter,
                " ".repeat(cutBefore.length()) + before + under,
                finding.help());
    }

    /** All lines, joined; a line that is empty is left out. */
    @Override
    public String toString() {
        String code = line.isBlank() ? "" : line + "\n" + underline;
        String advice = help.isEmpty() ? "" : "help: " + help;
        return Stream.of(head, code, advice).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String shown(int[] points, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.appendCodePoint(points[i] == '\t' ? '\t' : Quote.visible(points[i]));
        }
        return text.toString();
    }

    /** As wide as the text itself; tabs stay, because only the terminal knows how wide they are. */
    private static String blank(int[] points, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(points[i] == '\t' ? "\t" : " ".repeat(ColumnWidth.of(points[i])));
        }
        return text.toString();
    }

    private static int width(int[] points, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += ColumnWidth.of(points[i]);
        }
        return width;
    }
}
