package dev.slipway.report;

import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text safe to print. A terminal obeys some characters, and hides or reorders others; GitHub obeys lines that begin
 * with {@code ::}, and {@code ##[command]} anywhere in a line.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">workflow commands</a>
 */
public final class Printable {
    private static final char ESCAPE = '\u001B';
    private static final String RESET = ESCAPE + "[0m";

    /** What {@link Style} writes: a closed list, which can change nothing but the looks of its own line. */
    static final Pattern OWN_STYLE = Pattern.compile(ESCAPE + "\\[(?:0|1|2|31|32|33|36)m");

    private static final Pattern ANY_STYLE = Pattern.compile(ESCAPE + "\\[[0-9;:]*m");

    private Printable() {}

    /** A line with everything invisible but tabs written as {@code \}{@code u{1b}}. */
    static String line(String line) {
        if (plain(line)) {
            return line;
        }
        StringBuilder text = new StringBuilder();
        line.codePoints().forEach(c -> {
            if (c == '\t' || visible(c)) {
                text.appendCodePoint(c);
            } else {
                escape(text, c);
            }
        });
        return text.toString();
    }

    /** One line, whose line breaks belong to a value and are written out. */
    public static String oneLine(String line) {
        return line.replace("\r", "\\u{d}").replace("\n", "\\u{a}");
    }

    /** What a step printed, without its colors. */
    public static String withoutColours(String line) {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        return text.indexOf(ESCAPE) < 0 ? text : ANY_STYLE.matcher(text).replaceAll("");
    }

    /**
     * Lines that a terminal shows and GitHub does not obey. Only our own colors stay, and only if they are on.
     *
     * @param coloured asked only if the text has colors
     */
    public static String lines(String text, BooleanSupplier coloured) {
        StringBuilder safe = new StringBuilder(text.length());
        Matcher style = OWN_STYLE.matcher(text);
        boolean start = true;
        boolean painted = false;
        int at = 0;
        while (at < text.length()) {
            int run = endOfRun(text, at, !start);
            if (run > at) {
                safe.append(text.substring(at, run)); // copied as a whole, which append(text, at, run) is not
                start = false;
                at = run;
                continue;
            }
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (c == '\n') {
                safe.append(painted ? RESET : "").append('\n');
                start = true;
                painted = false;
            } else if (c == ESCAPE && style.region(at, text.length()).lookingAt() && coloured.getAsBoolean()) {
                safe.append(style.group());
                painted = !style.group().equals(RESET);
                next = style.end();
            } else if (start && text.startsWith("::", at)) {
                escape(safe, c);
                start = false;
            } else if (c == '[' && commandAt(text, at)) {
                escape(safe, c);
            } else if (c == '\t' || visible(c)) {
                safe.appendCodePoint(c);
                start &= Character.isWhitespace(c) || Character.isSpaceChar(c);
            } else if (c != '\r' || !text.startsWith("\n", next)) {
                escape(safe, c);
                start = false;
            }
            at = next;
        }
        return safe.append(painted ? RESET : "").toString();
    }

    /** JSON with everything invisible written as JSON has it; it means the same. */
    static String json(String json) {
        StringBuilder text = new StringBuilder(json.length());
        int next;
        for (int at = 0; at < json.length(); at = next) {
            next = at;
            while (next < json.length() && (json.charAt(next) == '\n' || isHarmless(json.charAt(next), true))) {
                next++;
            }
            if (next > at) {
                text.append(json.substring(at, next));
                continue;
            }
            int c = json.codePointAt(at);
            next = at + Character.charCount(c);
            if (c == '\n' || visible(c) && !(c == '[' && commandAt(json, at))) {
                text.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    text.append(String.format("\\u%04x", (int) unit));
                }
            }
        }
        return text.toString();
    }

    /**
     * Where the characters end that need no second look, because they are visible and begin nothing.
     *
     * @param within whether something stands before them on the line, so that blanks and {@code ::} mean nothing
     */
    private static int endOfRun(String text, int from, boolean within) {
        int at = from;
        while (at < text.length() && isHarmless(text.charAt(at), within)) {
            at++;
        }
        return at;
    }

    private static boolean isHarmless(char c, boolean within) {
        return c >= ' ' && c < 0x7F && c != '[' && (within || c != ' ' && c != ':');
    }

    /** Whether a bracket begins the name of a command. A shell's <code>${tag##[0-9]}</code> is none. */
    private static boolean commandAt(String text, int bracket) {
        return bracket >= 2
                && text.startsWith("##", bracket - 2)
                && bracket + 1 < text.length()
                && Character.isLetter(text.charAt(bracket + 1));
    }

    private static void escape(StringBuilder text, int c) {
        text.append("\\u{").append(Integer.toHexString(c)).append('}');
    }

    private static boolean plain(String line) {
        return line.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
