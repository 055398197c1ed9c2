package dev.slipway.source;

/**
 * What an error underlines: a place and a length on that line.
 *
 * @param start the first character
 * @param length how many code points, at least 1; never past the end of the line
 */
public record Span(Position start, int length) {
    public static final Span START = new Span(Position.START, 1);

    public Span {
        length = Math.max(1, length);
    }
}
