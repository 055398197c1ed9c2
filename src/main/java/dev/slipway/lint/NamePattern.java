package dev.slipway.lint;

import java.util.regex.Pattern;

/** Patterns of names with <code>*</code>, <code>?</code> and <code>{a,b}</code>. */
final class NamePattern {
    private NamePattern() {}

    static boolean matches(String pattern, String name) {
        return compile(pattern).matcher(name).matches();
    }

    private static Pattern compile(String pattern) {
        StringBuilder regex = new StringBuilder();
        int open = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean closes = c == '}' && open > 0;
            if (c == '{' && pattern.indexOf('}', i) > 0) {
                open++;
            } else if (closes) {
                open--;
            }
            regex.append(regex(c, open > 0, closes, pattern.indexOf('}', i) > 0));
        }
        return Pattern.compile(regex.toString());
    }

    private static String regex(char c, boolean inBraces, boolean closes, boolean closed) {
        if (closes) {
            return ")";
        }
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            case '{' -> closed ? "(?:" : Pattern.quote("{");
            case ',' -> inBraces ? "|" : ",";
            default -> Pattern.quote(Character.toString(c));
        };
    }
}
