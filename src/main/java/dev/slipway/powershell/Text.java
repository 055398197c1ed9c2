package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A place in a PowerShell script, and what the script has said up to it that tells how to read on. */
final class Text {
    /** More levels of brackets than an honest script has. */
    private static final int DEEPEST = 30;

    final String text;

    /** Parts of a text that are no code, although they are in braces: what only a run can know. */
    private final List<String> kept;

    /** What functions of the script call their parameters. */
    final Map<String, List<String>> functions = new HashMap<>();

    /** The parameters of the script or of the function that is read. */
    List<String> parameters = new ArrayList<>();

    /** Whether a comma makes a list. */
    boolean commas = true;

    int at;
    int depth;
    private int counted;
    private int ends;

    Text(String script, List<String> kept) {
        this.text = script.replace("\r\n", "\n");
        this.kept = List.copyOf(kept);
    }

    boolean more() {
        return at < text.length();
    }

    /** The character here; a zero at the end. */
    char here() {
        return ahead(0);
    }

    char ahead(int by) {
        return at + by < text.length() ? text.charAt(at + by) : 0;
    }

    /** What was read since a place. */
    String since(int start) {
        return text.substring(start, Math.max(start, Math.min(at, text.length())));
    }

    boolean isOneOf(String characters) {
        return more() && characters.indexOf(here()) >= 0;
    }

    boolean looking(String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    /** Goes behind a sign or a word, if it is here. */
    boolean skip(String word) {
        boolean found = looking(word);
        at += found ? word.length() : 0;
        return found;
    }

    /** Goes behind a word that is not the beginning of a longer one. */
    boolean keyword(String word) {
        int behind = at + word.length();
        boolean ends = behind >= text.length() || !isName(text.charAt(behind)) && text.charAt(behind) != '-';
        return ends && skip(word);
    }

    static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    String name() {
        int start = at;
        while (more() && isName(here())) {
            at++;
        }
        return since(start);
    }

    /** Goes behind spaces, comments within a line, and ends of lines that a back quote takes away. */
    void blanks() {
        while (more()) {
            if (here() == ' ' || here() == '\t') {
                at++;
            } else if (here() == '`' && ahead(1) == '\n') {
                at += 2;
            } else if (here() == '<' && ahead(1) == '#') {
                behind("#>");
            } else if (here() == '#') {
                line();
            } else {
                return;
            }
        }
    }

    /** Goes behind ends of lines too: what an operator or a bracket ends goes on below. */
    void goesOn() {
        blanks();
        while (here() == '\n') {
            at++;
            blanks();
        }
    }

    /** Goes behind all that separates statements and items. */
    void gaps() {
        blanks();
        while (isOneOf("\n;")) {
            at++;
            blanks();
        }
    }

    void line() {
        while (more() && here() != '\n') {
            at++;
        }
    }

    void behind(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    /** Goes behind brackets with all that is in them; quotes in them may have any. */
    void brackets() {
        int open = 0;
        do {
            if (isOneOf("'\"")) {
                char quote = here();
                at++;
                while (more() && here() != quote) {
                    at += here() == '`' && quote == '"' ? 2 : 1;
                }
            } else if (isOneOf("([{")) {
                open++;
            } else if (isOneOf(")]}")) {
                open--;
            }
            at++;
        } while (more() && open > 0);
        at = Math.min(at, text.length());
    }

    /** Goes behind types in brackets. */
    void types() {
        while (here() == '[') {
            brackets();
            goesOn();
        }
    }

    /** Stops reading: what nests deeper is not followed. */
    boolean tooDeep() {
        if (depth >= DEEPEST) {
            at = text.length();
        }
        return depth >= DEEPEST;
    }

    /** Whether what begins with a digit is the name of a program, such as {@code 7z}. */
    boolean isWord() {
        int start = at;
        String word = name();
        at = start;
        return !word.matches("\\d+(?:[kmgtp]b)?");
    }

    /** Whether this is a part that only a run knows, and no block. */
    boolean symbol() {
        return here() == '{' && kept.stream().anyMatch(one -> text.startsWith(one, at));
    }

    /** How many ends of lines the script has up to here. */
    int ends() {
        for (; counted < at; counted++) {
            ends += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return ends;
    }
}
