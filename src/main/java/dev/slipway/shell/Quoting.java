package dev.slipway.shell;

/** Finds where quotes and substitutions end, one within another. */
final class Quoting {
    private Quoting() {}

    /** The place behind what begins at a place: a character, quotes, {@code $(…)}, {@code ${…}} or back quotes. */
    static int end(String text, int from) {
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
            return inner(text, from + 1, '"', true);
        }
        if (text.startsWith("$'", from)) {
            return behind(text, text.indexOf('\'', from + 2));
        }
        if (text.startsWith("$(", from) || text.startsWith("<(", from) || text.startsWith(">(", from)) {
            return inner(text, from + 2, ')', false);
        }
        if (text.startsWith("${", from)) {
            return inner(text, from + 2, '}', false);
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

    private static int inner(String text, int from, char close, boolean quoted) {
        int at = from;
        while (at < text.length() && text.charAt(at) != close) {
            boolean plain = quoted && "'".indexOf(text.charAt(at)) >= 0;
            boolean opens = !quoted && close == ')' && text.charAt(at) == '(';
            at = plain ? at + 1 : opens ? inner(text, at + 1, ')', false) : end(text, at);
        }
        return Math.min(text.length(), at + 1);
    }
}
