package dev.slipway.source;

/**
 * A place in a text.
 *
 * @param line the line, 1 for the first
 * @param column the column in Unicode code points, 1 for the first
 */
public record Position(int line, int column) implements Comparable<Position> {
    /** The first character of a text: where a problem of the whole file is shown. */
    public static final Position START = new Position(1, 1);

    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("positions start at 1:1, not " + line + ":" + column);
        }
    }

    @Override
    public int compareTo(Position other) {
        return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
