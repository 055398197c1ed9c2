package dev.slipway.shell;

/**
 * A word or a sign of a script.
 *
 * @param text as it is written
 * @param sign whether it is one of {@code ; & | ( ) < >} and their like, or the end of a line
 * @param input the here-document that a {@code <<} begins
 */
record Token(String text, boolean sign, int line, String input) {
    boolean is(String sign) {
        return this.sign && text.equals(sign);
    }

    boolean word(String word) {
        return !sign && text.equals(word);
    }

    /** Whether a command ends here. */
    boolean separates() {
        return sign && (text.equals("\n") || text.equals(";") || text.equals("&"));
    }
}
