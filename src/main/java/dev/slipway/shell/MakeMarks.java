package dev.slipway.shell;

/** Marks for signs that make gives to the shell, so that they are not taken for those of make. */
final class MakeMarks {
    /** A mark for the dollar sign of the shell. */
    static final String DOLLAR = "\uE003";

    /** Marks for the parentheses around what the shell prints, so that they are not those of a function of make. */
    static final String OPEN = "\uE004";

    static final String CLOSE = "\uE005";

    private MakeMarks() {}

    /** A text as the shell gets it. */
    static String plain(String text) {
        return text.replace(DOLLAR, "$").replace(OPEN, "(").replace(CLOSE, ")");
    }
}
