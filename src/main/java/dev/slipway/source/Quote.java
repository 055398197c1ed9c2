package dev.slipway.source;

/** How a message quotes what somebody wrote: short, on one line, and with nothing invisible in it. */
public final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    /** The text in single quotes. */
    public static String of(String text) {
        String start = text.substring(0, Math.min(text.length(), 4 * LONGEST));
        int[] points = start.codePoints().limit(LONGEST + 1).map(Quote::visible).toArray();
        return points.length > LONGEST
                ? "'" + new String(points, 0, LONGEST - 1) + "…'"
                : "'" + new String(points, 0, points.length) + "'";
    }

    /** The character, or a dot for one that would not be seen or would confuse what stands around it. */
    static int visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '·';
            default -> c;
        };
    }
}
