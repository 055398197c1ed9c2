package dev.slipway.scripts.macos;

import java.util.List;

/**
 * A part of a command.
 *
 * @param text as it is written, quotes and all
 * @param line counted from 1
 * @param glued whether nothing stands between it and the token before
 * @param words those between {@code [[} and {@code ]]}; of another token none
 */
record Token(Kind kind, String text, int line, boolean glued, List<String> words) {
    /** What it is. */
    enum Kind {
        WORD,
        /** {@code ;}, {@code |}, {@code >}, {@code (}, the end of a line and their like. */
        SIGN,
        /** {@code [[ … ]]}. */
        TEST,
        /** {@code ((…))}. */
        ARITHMETIC
    }

    Token {
        words = List.copyOf(words);
    }

    Token(Kind kind, String text, int line, boolean glued) {
        this(kind, text, line, glued, List.of());
    }

    boolean sign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean word(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** Whether it leads elsewhere: {@code >}, {@code <<} and their like. */
    boolean redirects() {
        return kind == Kind.SIGN && (text.contains("<") || text.contains(">"));
    }

    /** The text without its quotes; what is expanded stays as it is written. */
    String plain() {
        StringBuilder plain = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                i++;
                boolean kept = quote == '"' && "$`\"\\".indexOf(text.charAt(i)) < 0;
                plain.append(kept ? "\\" : "").append(text.charAt(i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
