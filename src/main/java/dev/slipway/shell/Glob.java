package dev.slipway.shell;

import java.util.regex.Pattern;

/** A pattern of the shell, as {@code case} and {@code ${x#pattern}} know it. */
final class Glob {
    private Glob() {}

    static boolean matches(String pattern, String text) {
        return regex(pattern, false).matcher(text).matches();
    }

    static Pattern regex(String pattern, boolean shortest) {
        StringBuilder regex = new StringBuilder("(?s)");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int end = pattern.indexOf(']', i + 1);
            if (c == '*') {
                regex.append(shortest ? ".*?" : ".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (c == '[' && end > i + 1) {
                regex.append('[')
                        .append(pattern.substring(i + 1, end)
                                .replaceFirst("^!", "^")
                                .replaceAll("([\\\\\\[&])", "\\\\$1"))
                        .append(']');
                i = end;
            } else if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                regex.append(Pattern.quote(pattern.substring(i, i + 1)));
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return compiled(regex.toString(), pattern);
    }

    /** What is no pattern stands for itself. */
    private static Pattern compiled(String regex, String pattern) {
        try {
            return Pattern.compile(regex);
        } catch (java.util.regex.PatternSyntaxException none) {
            return Pattern.compile(Pattern.quote(pattern));
        }
    }
}
