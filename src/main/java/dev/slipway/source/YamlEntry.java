package dev.slipway.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a YAML text that can be read alone: a key and its value, or an item of a list.
 *
 * <p>In YAML, a value that begins after a key continues only in lines that are indented further, or in lines of a list that
 * start with {@code -}. So the next key at the same indentation begins a new entry, whatever is wrong before it. Only text in
 * quotes and collections in brackets may have such lines too.
 *
 * @param key without quotes; empty for an item of a list
 * @param line the line at which it begins, from 1
 * @param indent the number of spaces before it
 * @param text its whole lines
 */
record YamlEntry(String key, int line, int indent, String text) {
    /** A config has some thirty keys, and a workflow fewer jobs. What comes after them belongs to the last one. */
    private static final int MOST = 100;

    private static final Pattern KEY =
            Pattern.compile("^(?<quote>[\"']?)(?<key>[A-Za-z0-9_][A-Za-z0-9_./-]*+)\\k<quote>:(?=[ \t\r\n]|\\z)");
    private static final Pattern ITEM = Pattern.compile("^(?<key>-)(?=[ \t\r\n]|\\z)");
    private static final Pattern OTHER_BREAK = Pattern.compile("\r(?!\n)|[\u0085\u2028\u2029]");
    private static final Pattern NO_MAPPING = Pattern.compile("(?md)^(?:---|\\.\\.\\.|[%?{\\[])");

    /** The entries of a text that is one mapping at the margin; none if that is not certain. */
    static List<YamlEntry> ofDocument(String text) {
        return OTHER_BREAK.matcher(text).find() || NO_MAPPING.matcher(text).find()
                ? List.of()
                : new YamlEntry("", 1, -1, text).split(text, KEY, 0);
    }

    /** The entries of its value, if that is a block mapping or a block sequence that begins on the next line. */
    List<YamlEntry> inside() {
        int begins = startEnd();
        String inner = " ".repeat(begins) + text.substring(begins);
        if (!key.isEmpty() && !isBlank(inner, 0, endOfLine(inner, 0))) {
            return List.of();
        }
        int first = 0;
        while (first < inner.length() && isBlank(inner, first, endOfLine(inner, first))) {
            first = endOfLine(inner, first);
        }
        int column = indentAt(inner, first);
        boolean list =
                ITEM.matcher(inner).region(first + column, inner.length()).lookingAt();
        return split(inner, list ? ITEM : KEY, column);
    }

    /** Where its key is. */
    Span place() {
        return new Span(new Position(line, indent + 1), startEnd() - 1 - indent);
    }

    /** The end of the key and its colon, or of the dash. */
    private int startEnd() {
        Matcher start = (key.isEmpty() ? ITEM : KEY).matcher(text).region(indent, text.length());
        return start.lookingAt() ? start.end() : text.length();
    }

    /** The same entry with more lines. */
    YamlEntry with(String lines) {
        return new YamlEntry(key, line, indent, lines);
    }

    private List<YamlEntry> split(String inner, Pattern start, int column) {
        List<YamlEntry> entries = new ArrayList<>();
        Matcher matcher = start.matcher(inner);
        int from = 0;
        int number = line;
        for (int at = 0; at < inner.length() && entries.size() <= MOST; number++) {
            int end = endOfLine(inner, at);
            if (indentAt(inner, at) == column
                    && matcher.region(at + column, end).lookingAt()) {
                finish(entries, inner.substring(from, at));
                entries.add(new YamlEntry(start == KEY ? matcher.group("key") : "", number, column, ""));
                from = at;
            } else if (entries.isEmpty() && !isBlank(inner, at, end)) {
                return List.of();
            }
            at = end;
        }
        finish(entries, inner.substring(from));
        return entries;
    }

    private static void finish(List<YamlEntry> entries, String text) {
        if (!entries.isEmpty()) {
            entries.add(entries.remove(entries.size() - 1).with(text));
        }
    }

    private static int indentAt(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end - at;
    }

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** Whether a line has nothing but a comment. */
    private static boolean isBlank(String text, int from, int to) {
        String line = text.substring(from, to).strip();
        return line.isEmpty() || line.startsWith("#");
    }
}
