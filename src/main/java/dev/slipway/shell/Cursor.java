package dev.slipway.shell;

import java.util.List;
import java.util.Set;

/** A place in the words and signs of a script. */
class Cursor {
    private static final Set<String> ENDS = Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}");

    final List<Token> tokens;
    int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean more() {
        return at < tokens.size();
    }

    boolean here(String word) {
        return more() && tokens.get(at).word(word);
    }

    boolean sign(String sign) {
        return more() && tokens.get(at).is(sign);
    }

    boolean skip(String word) {
        boolean there = here(word) || sign(word);
        at += there ? 1 : 0;
        return there;
    }

    boolean ends() {
        Token token = tokens.get(at);
        return token.is(")")
                || token.is(";;")
                || token.is(";&")
                || token.is(";;&")
                || !token.sign() && ENDS.contains(token.text());
    }

    void newlines() {
        while (sign("\n")) {
            at++;
        }
    }

    String next() {
        return more() ? tokens.get(at++).text() : "";
    }
}
