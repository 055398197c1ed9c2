package dev.slipway.report;

import java.util.function.IntSupplier;

/**
 * How text for people looks: whether it has colors, which color means what, and how wide it may be.
 *
 * @param width of the terminal in columns; 0 if lines may have any length, as in a file
 */
public record Style(boolean coloured, IntSupplier width) {
    public static final Style PLAIN = new Style(false, () -> 0);
    public static final Style COLOURED = new Style(true, () -> 0);

    /** Headings, and places in files. */
    public String strong(String text) {
        return paint("1", text);
    }

    /** Errors, and lines that go. */
    public String bad(String text) {
        return paint("31", text);
    }

    /** Warnings. */
    public String doubtful(String text) {
        return paint("33", text);
    }

    /** Lines that come, and what is underlined. */
    public String good(String text) {
        return paint("32", text);
    }

    /** Notes, names of jobs, and places in a diff. */
    public String neutral(String text) {
        return paint("36", text);
    }

    /** What can be passed over. */
    public String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return !coloured || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }

    /** A line with its line break, or several lines: further ones begin two columns right of the first. */
    String line(String line) {
        return Fitted.line(line, width) + "\n";
    }

    /** The same, with further lines indented by this many spaces. */
    String line(String line, int hang) {
        return Fitted.line(line, hang, width) + "\n";
    }

    /**
     * What is before the last column of a table, and that column: next to it, or below it and two columns right of where it
     * begins if less than a third of the width is left.
     */
    public String cell(String before, String last) {
        String all = before + last;
        if (Fitted.visible(all) <= Fitted.NARROWEST) {
            return all + "\n";
        }
        int most = width.getAsInt();
        int room = most - before.length();
        if (most <= 0 || room >= Fitted.visible(last)) {
            return all + "\n";
        }
        int indent = before.length() - before.stripLeading().length();
        return room * 3 >= most
                ? line(all, before.length())
                : line(before.stripTrailing()) + line(" ".repeat(indent + 2) + last, indent + 2);
    }
}
