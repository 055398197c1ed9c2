package dev.slipway.detect.files;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes inline tables of several lines, which TOML has since 1.1, on one line each, for a parser of 1.0. Every other line
 * keeps its number.
 */
final class TomlInlineTables {
    private final String text;
    private final StringBuilder joined = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private int tables;
    private int removed;

    private TomlInlineTables(String text) {
        this.text = text;
    }

    /** The text with such tables on one line; the same if one has no end. */
    static String onOneLine(String text) {
        return new TomlInlineTables(text).join();
    }

    private String join() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int end = quoted(at, c);
                joined.append(text, at, end);
                at = end;
            } else if (c == '#') {
                int end = line(at);
                joined.append(tables > 0 ? "" : text.substring(at, end));
                at = end;
            } else {
                sign(c);
                at++;
            }
        }
        return tables > 0 ? text : joined.toString();
    }

    private void sign(char c) {
        if (c == '{' || c == '[') {
            open.push(c);
            tables += c == '{' ? 1 : 0;
        } else if ((c == '}' || c == ']') && !open.isEmpty()) {
            tables -= open.pop() == '{' ? 1 : 0;
        }
        if (c == '\n' && tables > 0) {
            removed++;
            joined.append(' ');
            return;
        }
        if (c == '}') {
            withoutComma();
        }
        joined.append(c);
        if (c == '\n') {
            joined.append("\n".repeat(removed));
            removed = 0;
        }
    }

    /** A comma before the end of a table is of 1.1, too. */
    private void withoutComma() {
        int last = joined.length() - 1;
        while (last >= 0 && Character.isWhitespace(joined.charAt(last))) {
            last--;
        }
        if (last >= 0 && joined.charAt(last) == ',') {
            joined.setCharAt(last, ' ');
        }
    }

    private int line(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Where a text ends that begins at a quote. */
    private int quoted(int from, char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean several = text.startsWith(three, from);
        int at = from + (several ? 3 : 1);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && quote == '"') {
                at += 2;
            } else if (several && text.startsWith(three, at)) {
                return at + 3;
            } else if (!several && (c == quote || c == '\n')) {
                return c == quote ? at + 1 : at;
            } else {
                at++;
            }
        }
        return text.length();
    }
}
