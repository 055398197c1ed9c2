package dev.slipway.report;

/** Makes text from files safe to print: a terminal obeys some characters, and hides or turns round others. */
final class Printable {
    private Printable() {}

    /** A line with everything invisible but tabs written as {@code \}{@code u{1b}}. */
    static String line(String line) {
        StringBuilder text = new StringBuilder();
        line.codePoints().forEach(c -> {
            if (c == '\t' || visible(c)) {
                text.appendCodePoint(c);
            } else {
                text.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return text.toString();
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
