package dev.slipway.scripts.macos;

/**
 * What stands between <code>${</code> and <code>}</code>, or behind a {@code $}.
 *
 * @param braced whether there are braces
 * @param set whether it is known to be set: it stands in <code>${NAME+…}</code>
 * @param quoted whether it stands in double quotes, or in a here-document
 */
record Expansion(String text, boolean braced, boolean quoted, boolean set, int line) {
    /** The same, expanded only if the variable is set. */
    Expansion behindPlus() {
        return new Expansion(text, braced, quoted, true, line);
    }

    /** The variable, without {@code !}, {@code #} and a subscript. */
    String name() {
        return text.substring(start(), nameEnd());
    }

    /** The text between <code>[</code> and <code>]</code>; empty if there are none. */
    String subscript() {
        int end = subscriptEnd();
        return end == nameEnd() ? "" : text.substring(nameEnd() + 1, end - 1);
    }

    /** What is done with the value, such as <code>%.*</code>. */
    String operation() {
        return text.substring(subscriptEnd());
    }

    /** Whether the length of the value is asked for, or the name of another variable is in it. */
    boolean indirect() {
        return start() > 0;
    }

    private int start() {
        return braced && text.length() > 1 && "!#".indexOf(text.charAt(0)) >= 0 && "}:-".indexOf(text.charAt(1)) < 0
                ? 1
                : 0;
    }

    private int nameEnd() {
        int at = start();
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return at == start() && at < text.length() ? at + 1 : at;
    }

    private int subscriptEnd() {
        int at = nameEnd();
        if (!braced || at >= text.length() || text.charAt(at) != '[') {
            return at;
        }
        int depth = 0;
        for (; at < text.length(); at++) {
            depth += text.charAt(at) == '[' ? 1 : text.charAt(at) == ']' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return at;
    }
}
