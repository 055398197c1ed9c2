package dev.slipway.detect.goreleaser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a template apart into texts and actions.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Text_and_spaces">text and spaces</a>
 */
final class TemplateLexer {
    /** The longest template that is read; those of GoReleaser configs have a line or two. */
    private static final int MAX_LENGTH = 10_000;

    /** A text, or the words of an action. */
    record Piece(Optional<String> text, List<Token> tokens) {
        Piece {
            tokens = List.copyOf(tokens);
        }
    }

    /** A word of an action. */
    record Token(Kind kind, String text) {
        boolean is(String mark) {
            return kind == Kind.MARK && text.equals(mark);
        }

        boolean word(String name) {
            return kind == Kind.NAME && text.equals(name);
        }
    }

    /** What a word of an action is. */
    enum Kind {
        NAME,
        FIELD,
        /** A field of the value before it. */
        BELOW,
        VARIABLE,
        STRING,
        NUMBER,
        MARK
    }

    private final String source;
    private int at;
    private boolean trims;

    private TemplateLexer(String source) {
        this.source = source;
    }

    static List<Piece> pieces(String source) {
        if (source.length() > MAX_LENGTH) {
            throw new TemplateFault("the template has more than " + MAX_LENGTH + " characters");
        }
        return new TemplateLexer(source).read();
    }

    private List<Piece> read() {
        List<Piece> pieces = new ArrayList<>();
        while (at < source.length()) {
            int open = source.indexOf("{{", at);
            String text = source.substring(at, open < 0 ? source.length() : open);
            at = open < 0 ? source.length() : open + 2;
            boolean before = open >= 0 && source.startsWith("-", at) && space(at + 1);
            text = trims ? text.stripLeading() : text;
            text = before ? text.stripTrailing() : text;
            if (!text.isEmpty()) {
                pieces.add(new Piece(Optional.of(text), List.of()));
            }
            if (open >= 0) {
                at += before ? 1 : 0;
                List<Token> tokens = action();
                if (!tokens.isEmpty()) {
                    pieces.add(new Piece(Optional.empty(), tokens));
                }
            }
        }
        return pieces;
    }

    private boolean space(int index) {
        return index < source.length() && " \t\r\n".indexOf(source.charAt(index)) >= 0;
    }

    /** The words up to the end of the action; none of a comment. */
    private List<Token> action() {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            while (space(at)) {
                at++;
            }
            if (at >= source.length()) {
                throw new TemplateFault("an action '{{' without its '}}'");
            }
            if (source.startsWith("/*", at)) {
                int end = source.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new TemplateFault("a comment without its end");
                }
                at = end + 2;
            } else if (source.startsWith("}}", at)) {
                at += 2;
                trims = false;
                return tokens;
            } else if (source.startsWith("-}}", at)) {
                at += 3;
                trims = true;
                return tokens;
            } else {
                tokens.add(token());
            }
        }
    }

    private Token token() {
        char c = source.charAt(at);
        if (c == '"' || c == '`') {
            return new Token(Kind.STRING, string(c));
        }
        if (c == '.' || c == '$') {
            boolean glued = at > 0 && (isName(source.charAt(at - 1)) || ")$".indexOf(source.charAt(at - 1)) >= 0);
            at++;
            String name = name();
            return c == '$' ? new Token(Kind.VARIABLE, "$" + name) : new Token(glued ? Kind.BELOW : Kind.FIELD, name);
        }
        if (Character.isDigit(c) || c == '-' && at + 1 < source.length() && Character.isDigit(source.charAt(at + 1))) {
            int start = at++;
            name();
            return new Token(Kind.NUMBER, source.substring(start, at));
        }
        if (Character.isLetter(c) || c == '_') {
            return new Token(Kind.NAME, name());
        }
        int width = source.startsWith(":=", at) ? 2 : 1;
        if (width == 1 && "|()=,".indexOf(c) < 0) {
            throw new TemplateFault("the character '" + c + "' in an action");
        }
        at += width;
        return new Token(Kind.MARK, source.substring(at - width, at));
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private String name() {
        int start = at;
        while (at < source.length() && isName(source.charAt(at))) {
            at++;
        }
        return source.substring(start, at);
    }

    private String string(char quote) {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < source.length() && source.charAt(at) != quote) {
            char c = source.charAt(at++);
            if (c == '\\' && quote == '"') {
                c = escaped();
            } else if (c == '\n' && quote == '"') {
                throw new TemplateFault("a string without its closing quote");
            }
            text.append(c);
        }
        if (at >= source.length()) {
            throw new TemplateFault("a string without its closing quote");
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char c = at < source.length() ? source.charAt(at++) : ' ';
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\' -> c;
            default -> throw new TemplateFault("the escape '\\" + c + "'");
        };
    }
}
