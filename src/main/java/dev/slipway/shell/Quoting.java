package dev.slipway.shell;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds where quotes and substitutions end, one within another. */
final class Quoting {
    private static final int DEEPEST = 50;

    private Quoting() {}

    /**
     * The place behind what begins at a place: a character, quotes, {@code $(…)}, {@code ${…}} or back quotes. What is
     * open is in a list of the characters that close it, for a script may nest more of them than calls can.
     */
    static int end(String text, int from) {
        return end(text, from, Integer.MAX_VALUE);
    }

    /** Whether what begins at a place nests more than anybody follows. */
    static boolean isDeep(String text, int from) {
        return end(text, from, DEEPEST) < 0;
    }

    /** The same, or a negative number if several are open at once. */
    private static int end(String text, int from, int deepest) {
        Deque<Character> open = new ArrayDeque<>();
        int at = begin(text, from, open);
        while (!open.isEmpty() && at < text.length()) {
            if (open.size() > deepest) {
                return -1;
            }
            char close = open.element();
            char c = text.charAt(at);
            if (c == close) {
                open.pop();
                at++;
            } else if (close == '"' && c == '\'') {
                at++;
            } else if (close == ')' && c == '(') {
                open.push(')');
                at++;
            } else {
                at = begin(text, at, open);
            }
        }
        return Math.min(text.length(), at);
    }

    /** Goes behind what has nothing in it, and into what has. */
    private static int begin(String text, int from, Deque<Character> open) {
        char c = text.charAt(from);
        if (c == '\\') {
            return Math.min(text.length(), from + 2);
        }
        if (c == '\'') {
            return behind(text, text.indexOf('\'', from + 1));
        }
        if (c == '`') {
            return behind(text, text.indexOf('`', from + 1));
        }
        if (c == '"') {
            open.push('"');
            return from + 1;
        }
        if (text.startsWith("$'", from)) {
            return behind(text, text.indexOf('\'', from + 2));
        }
        if (text.startsWith("$(", from) || text.startsWith("<(", from) || text.startsWith(">(", from)) {
            open.push(')');
            return from + 2;
        }
        if (text.startsWith("${", from)) {
            open.push('}');
            return from + 2;
        }
        return c == '$' ? name(text, from + 1) : from + 1;
    }

    private static int name(String text, int from) {
        int at = from;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        boolean special = at == from && at < text.length() && "@*#?$!".indexOf(text.charAt(at)) >= 0;
        return special ? at + 1 : at;
    }

    private static int behind(String text, int found) {
        return found < 0 ? text.length() : found + 1;
    }
}
