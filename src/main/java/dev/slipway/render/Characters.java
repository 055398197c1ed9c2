package dev.slipway.render;

import java.util.List;

/** What a character means to those who read a text line by line. */
final class Characters {
    private static final int NEXT_LINE = 0x85;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Characters() {}

    /** Whether it can be on a line as it is, for every reader: no line end, no control character. */
    static boolean fitsOnLine(int c) {
        boolean control = c < ' ' && c != '\t' || c >= 0x7F && c < 0xA0;
        boolean lineEnd = c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
        boolean noCharacter = c == BYTE_ORDER_MARK || (c & 0xFFFE) == 0xFFFE || c >= 0xD800 && c < 0xE000;
        return !control && !lineEnd && !noCharacter;
    }

    static boolean fitOnLine(String text) {
        int at = 0;
        while (at < text.length()) {
            int c = text.charAt(at);
            if (c >= ' ' && c < 0x7F) { // nearly all
                at++;
                continue;
            }
            c = text.codePointAt(at);
            if (!fitsOnLine(c)) {
                return false;
            }
            at += Character.charCount(c);
        }
        return true;
    }

    static boolean isBlank(int c) {
        boolean visible = c > ' ' && c < 0x7F; // nearly all
        return !visible && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** A text for readers as lines, without what could end a line or cannot be shown. */
    static List<String> lines(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text.isEmpty() ? List.of() : List.of(fitted(text).stripTrailing());
        }
        return text.lines().map(line -> fitted(line).stripTrailing()).toList();
    }

    private static String fitted(String line) {
        if (fitOnLine(line)) {
            return line;
        }
        StringBuilder fitted = new StringBuilder();
        line.codePoints().forEach(c -> fitted.appendCodePoint(fitsOnLine(c) ? c : ' '));
        return fitted.toString();
    }

    /** The same on one line. */
    static String oneLine(String text) {
        List<String> lines = lines(text);
        return (lines.size() == 1 ? lines.get(0) : String.join(" ", lines)).strip();
    }
}
