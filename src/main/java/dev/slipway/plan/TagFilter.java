package dev.slipway.plan;

import java.util.regex.Pattern;

/**
 * A filter pattern as GitHub reads it.
 *
 * @param negative whether it takes away what earlier patterns let through
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">filter
 *     patterns</a>
 */
record TagFilter(boolean negative, Pattern pattern) {
    static TagFilter of(String text) {
        boolean negative = text.startsWith("!");
        return new TagFilter(negative, Pattern.compile(regex(negative ? text.substring(1) : text)));
    }

    boolean matches(String tag) {
        return pattern.matcher(tag).matches();
    }

    private static String regex(String text) {
        StringBuilder regex = new StringBuilder();
        boolean one = false; // whether the last part is one character, which ? and + can follow
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = text.indexOf(']', i);
            if (c == '*') {
                boolean all = text.startsWith("**", i);
                regex.append(all ? ".*" : "[^/]*");
                i += all ? 1 : 0;
                one = false;
            } else if (c == '?' || c == '+') {
                regex.append(one ? c : "");
                one = false;
            } else if (c == '[' && end > i + 1) {
                regex.append(set(text.substring(i + 1, end)));
                i = end;
                one = true;
            } else {
                i += c == '\\' && i + 1 < text.length() ? 1 : 0;
                regex.append("\\x{").append(Integer.toHexString(text.charAt(i))).append('}');
                one = true;
            }
        }
        return regex.toString();
    }

    private static String set(String characters) {
        StringBuilder set = new StringBuilder("[");
        for (int i = 0; i < characters.length(); i++) {
            boolean range = characters.startsWith("-", i + 1)
                    && i + 2 < characters.length()
                    && characters.charAt(i) <= characters.charAt(i + 2);
            set.append("\\x{").append(Integer.toHexString(characters.charAt(i))).append('}');
            if (range) {
                set.append("-\\x{")
                        .append(Integer.toHexString(characters.charAt(i + 2)))
                        .append('}');
                i += 2;
            }
        }
        return set.append(']').toString();
    }
}
