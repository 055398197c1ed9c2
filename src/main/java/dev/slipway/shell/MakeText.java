package dev.slipway.shell;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A text of a makefile in which functions of make replace parts. What only the shell prints is replaced there, by
 * {@code sed}.
 *
 * @see <a href="https://www.gnu.org/software/make/manual/html_node/Text-Functions.html">Text Functions</a>
 */
record MakeText(String words) {
    private static final String PLAIN = "[A-Za-z0-9_.+-]*+";

    /** With each occurrence of a text replaced, as by {@code subst}. */
    String text(String old, String other) {
        if (isKnown()) {
            return old.isEmpty() ? words : words.replace(old, other);
        }
        return printed(old, other, "", "g");
    }

    /** With each word replaced that a pattern fits, as by {@code patsubst}. */
    String pattern(String pattern, String other) {
        int at = pattern.indexOf('%');
        int to = other.indexOf('%');
        if (at < 0 || to < 0) {
            return Symbols.UNKNOWN;
        }
        String start = pattern.substring(0, at);
        String end = pattern.substring(at + 1);
        if (isKnown()) {
            return Arrays.stream(words.strip().split("\\s++"))
                    .map(word -> word.startsWith(start) && word.endsWith(end) && word.length() >= pattern.length() - 1
                            ? other.replace("%", word.substring(start.length(), word.length() - end.length()))
                            : word)
                    .collect(Collectors.joining(" "));
        }
        return end.isEmpty() && other.endsWith("%") ? printed(start, other.substring(0, to), "^", "") : Symbols.UNKNOWN;
    }

    private boolean isKnown() {
        return !words.contains(MakeMarks.DOLLAR) && !Symbols.open(words);
    }

    private String printed(String old, String other, String anchor, String every) {
        boolean plain = old.matches(PLAIN) && other.matches(PLAIN) && !old.isEmpty();
        return plain
                ? MakeMarks.DOLLAR + MakeMarks.OPEN + "echo \"" + words + "\" | sed 's/" + anchor + old + "/" + other
                        + "/" + every + "'" + MakeMarks.CLOSE
                : Symbols.UNKNOWN;
    }
}
