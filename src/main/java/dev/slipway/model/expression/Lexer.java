package dev.slipway.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts an expression into tokens. */
final class Lexer {
    private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SINGLES = "()[],.!<>*";
    private static final String BOUNDARIES = "()[],.!<>=&|";
    private static final Set<String> WORD_LITERALS = Set.of("true", "false", "null", "NaN", "Infinity");
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][-+]?[0-9]++)?|0x[0-9a-fA-F]+|0o[0-7]+|[-+]?Infinity");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a text, closed by one of kind {@code END}. */
    static List<Token> tokens(String text) {
        return new Lexer(text).run();
    }

    private List<Token> run() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (isSpace(next)) {
                at++;
            } else if (next == '\'') {
                quoted();
            } else if (startsNumber(next)) {
                number();
            } else if (!sign(next)) {
                word();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length()));
        return tokens;
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), at));
        at = end;
    }

    private void quoted() {
        int end = at + 1;
        while (end < text.length()) {
            if (text.charAt(end) != '\'') {
                end++;
            } else if (text.startsWith("''", end)) {
                end += 2;
            } else {
                add(Token.Kind.LITERAL, end + 1);
                return;
            }
        }
        throw new InvalidExpression(at, "the string that starts here has no closing quote");
    }

    private boolean startsNumber(char next) {
        return next >= '0' && next <= '9' || next == '-' || next == '+' || next == '.' && !followsValue();
    }

    private boolean followsValue() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.kind() == Token.Kind.NAME || last.is("]") || last.is(")") || last.is("*");
    }

    private void number() {
        int end = at;
        while (end < text.length() && (text.charAt(end) == '.' || !isBoundary(text.charAt(end)))) {
            end++;
        }
        if (!NUMBER.matcher(text.substring(at, end)).matches()) {
            throw new InvalidExpression(at, "'" + text.substring(at, end) + "' is no number");
        }
        add(Token.Kind.LITERAL, end);
    }

    private boolean sign(char next) {
        if (BOUNDARIES.indexOf(next) >= 0 && at + 2 <= text.length() && PAIRS.contains(text.substring(at, at + 2))) {
            add(Token.Kind.SIGN, at + 2);
            return true;
        }
        if (SINGLES.indexOf(next) >= 0) {
            add(Token.Kind.SIGN, at + 1);
            return true;
        }
        return false;
    }

    private void word() {
        int end = at + 1;
        while (end < text.length() && !isBoundary(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        if (!isName(word)) {
            throw new InvalidExpression(at, "unexpected '" + word + "'");
        }
        boolean property = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(".");
        add(WORD_LITERALS.contains(word) && !property ? Token.Kind.LITERAL : Token.Kind.NAME, end);
    }

    private static boolean isName(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_';
            if (!letter && (i == 0 || c != '-' && (c < '0' || c > '9'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBoundary(char c) {
        return BOUNDARIES.indexOf(c) >= 0 || isSpace(c);
    }

    /** GitHub counts every space of Unicode, such as one that does not break. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
