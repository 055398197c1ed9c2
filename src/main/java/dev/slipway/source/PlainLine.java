package dev.slipway.source;

/** The line of a YAML text that is read, and a place in it. Lines without a value are passed over. */
final class PlainLine {
    private static final int LONGEST_KEY = 1000;
    private static final int LONGEST_LINE = 1000;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int NEXT_LINE = 0x85;

    /** The text is not as plain as that, or there is a mistake in it. */
    static final class Unsure extends RuntimeException {
        private static final long serialVersionUID = 1;
        static final Unsure UNSURE = new Unsure();

        private Unsure() {
            super("not plain", null, false, false);
        }
    }

    final SourceText source;
    final String text;

    /** Whether some characters take two places in the text, but one column. */
    private final boolean wide;

    /** The current line, its bounds, where it is read, and its indentation; -1 after the last line. */
    int line;

    int start;
    int end;
    int at;
    int indent;

    /** Whether something was said already, so that no document can start here. */
    private boolean begun;

    PlainLine(SourceText source) {
        this.source = source;
        this.text = source.text();
        this.wide = text.codePointCount(0, text.length()) < text.length();
    }

    static boolean hasOtherEnds(String text) {
        return text.indexOf('\r') >= 0
                || text.indexOf(NEXT_LINE) >= 0
                || text.indexOf(LINE_SEPARATOR) >= 0
                || text.indexOf(PARAGRAPH_SEPARATOR) >= 0
                || text.indexOf(BYTE_ORDER_MARK) >= 0;
    }

    static void sure(boolean plain) {
        if (!plain) {
            throw Unsure.UNSURE;
        }
    }

    /** Goes to the first line. */
    void begin() {
        next();
        begun = true;
    }

    /** Goes to the next line that says something. */
    void next() {
        while (line < source.size()) {
            line++;
            start = source.start(line);
            end = end(line);
            at = start;
            skipBlanks();
            if (at < end && text.charAt(at) != '#') {
                indent = at - start;
                sure(!wide || end - start <= LONGEST_LINE);
                boolean marker = indent == 0 && (text.startsWith("---", at) || text.startsWith("...", at));
                sure(!marker || !begun && end - at == 3 && text.charAt(at) == '-');
                return;
            }
        }
        indent = -1;
        at = end;
    }

    int end(int number) {
        return number < source.size() ? source.start(number + 1) - 1 : text.length();
    }

    void skipBlanks() {
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
    }

    /** Whether nothing but a comment is left of the line. */
    boolean isDone() {
        return at == end || text.charAt(at) == '#' && text.charAt(at - 1) == ' ';
    }

    boolean isAt(char c) {
        return at < end && text.charAt(at) == c;
    }

    boolean isDash() {
        return isAt('-') && (at + 1 == end || text.charAt(at + 1) == ' ');
    }

    boolean isColon() {
        return isAt(':') && (at + 1 == end || text.charAt(at + 1) == ' ');
    }

    boolean isKey(Node.Scalar key) {
        return isColon() && key.text().length() <= LONGEST_KEY && !key.text().equals("<<");
    }

    Position position(int offset) {
        int column = wide ? text.codePointCount(start, offset) : offset - start;
        return new Position(line, column + 1);
    }

    Span span(int from, int to) {
        return new Span(position(from), wide ? text.codePointCount(from, to) : to - from);
    }
}
