package dev.slipway.source;

/**
 * Something wrong at a place of a document that the finder knows only as a value.
 *
 * @param where the value, or its key
 * @param message what is wrong: lower case, no full stop, the offending value in single quotes
 * @param help what to write instead; empty if the message says it all
 * @param part the characters of a text that are meant; the whole value if it is {@link Part#WHOLE}
 * @param about the value that is wrong or missing
 */
public record Problem(Pointer where, String message, String help, Part part, Pointer about) {
    public Problem(Pointer where, String message, String help, Part part) {
        this(where, message, help, part, where);
    }

    public static Problem at(Pointer where, String message) {
        return at(where, message, "");
    }

    public static Problem at(Pointer where, String message, String help) {
        return new Problem(where, message, help, Part.WHOLE);
    }

    /** A value that is missing is shown where it belongs. */
    public static Problem missing(Pointer where, String key, String message, String help) {
        return new Problem(where, message, help, Part.WHOLE, where.child(key));
    }

    /**
     * Some characters of a text.
     *
     * @param from the index of the first, in code points
     * @param length how many; 0 for the whole value
     */
    public record Part(int from, int length) {
        public static final Part WHOLE = new Part(0, 0);

        /** The characters between two indices of a Java string. */
        public static Part of(String text, int from, int to) {
            return new Part(text.codePointCount(0, from), text.codePointCount(from, to));
        }
    }
}
