package dev.slipway.report;

import dev.slipway.source.ColumnWidth;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;

/** Breaks lines between words so that they fit a terminal. A word that is too long stays whole. */
public final class Fitted {
    /** No terminal is narrower: lines up to this are not measured, and how wide it is need not be asked. */
    static final int NARROWEST = 40;

    private static final char ESCAPE = '\u001B';
    private static final String RESET = ESCAPE + "[0m";

    private final StringBuilder text = new StringBuilder();
    private final String hanging;
    private final int width;
    private int column;
    private String style = "";

    private Fitted(int hang, int width) {
        this.hanging = " ".repeat(hang);
        this.width = width;
    }

    /**
     * A line, or several.
     *
     * @param line without a line break at its end; our own colors take no room
     * @param hang the blanks before each further line
     * @param width in columns, 0 if there is no limit; asked only if it matters
     */
    public static String line(String line, int hang, IntSupplier width) {
        if (line.length() <= NARROWEST && ColumnWidth.of(line) <= NARROWEST) {
            return line;
        }
        int limit = width.getAsInt();
        return limit <= 0 ? line : new Fitted(Math.min(hang, limit - limit / 3), limit).broken(line);
    }

    /** The same, with further lines indented by two columns. */
    public static String line(String line, IntSupplier width) {
        return line(line, indent(line) + 2, width);
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    private String broken(String line) {
        int at = indent(line);
        text.append(" ".repeat(at));
        column = at;
        boolean first = true;
        while (at < line.length()) {
            int blanks = at;
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            int start = at;
            while (at < line.length() && line.charAt(at) != ' ') {
                at++;
            }
            word(line.substring(start, at), start - blanks, first);
            first = false;
        }
        return text.toString();
    }

    private void word(String word, int blanks, boolean first) {
        int wide = visible(word);
        if (!first && column + blanks + wide > width && column > hanging.length()) {
            text.append(style.isEmpty() ? "" : RESET)
                    .append('\n')
                    .append(hanging)
                    .append(style);
            column = hanging.length();
        } else {
            text.append(" ".repeat(blanks));
            column += blanks;
        }
        text.append(word);
        column += wide;
        if (word.indexOf(ESCAPE) >= 0) {
            Matcher colours = Printable.OWN_STYLE.matcher(word);
            while (colours.find()) {
                style = colours.group().equals(RESET) ? "" : colours.group();
            }
        }
    }

    /** The columns of a text without the colors in it. */
    static int visible(String text) {
        return ColumnWidth.of(text.indexOf(ESCAPE) < 0 ? text : Printable.withoutColours(text));
    }
}
