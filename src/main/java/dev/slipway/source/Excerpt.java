package dev.slipway.source;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a finding looks in a terminal, without colours.
 *
 * @param head place, severity, message and rule
 * @param line the line it is about; only the part around the place, if it is long
 * @param underline {@code ^~~~~} below the place
 * @param help what to write instead; may be empty
 */
public record Excerpt(String head, String line, String underline, String help) {
    private static final int WIDTH = 120;
    private static final int BEFORE = 40;

    public static Excerpt of(SourceText source, Finding finding) {
        int[] all = source.line(finding.position().line()).codePoints().toArray();
        int column = Math.min(finding.position().column() - 1, all.length);
        int from = all.length <= WIDTH ? 0 : Math.max(0, Math.min(column - BEFORE, all.length - WIDTH));
        int to = Math.min(all.length, from + WIDTH);
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
            text.append(points[i] == '\t' ? "\t" : " ".repeat(width(points[i])));
        }
        return text.toString();
    }

    private static int width(int[] points, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += width(points[i]);
        }
        return width;
    }

    /** How many columns of a terminal a character takes. */
    private static int width(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return 0;
        }
        boolean wide = Character.isIdeographic(c)
                || c >= 0x3040 && c <= 0x30FF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xFF01 && c <= 0xFF60
                || c >= 0x1F300 && c <= 0x1FAFF;
        return wide ? 2 : 1;
    }
}
