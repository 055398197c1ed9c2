package dev.slipway.source;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the marks of the YAML parser, which count from 0, into our places in the text. */
final class Places {
    private final SourceText source;

    /** The line that was asked for last, and its length. A long line is not counted again for each of its values. */
    private int counted;

    private int length;

    Places(SourceText source) {
        this.source = source;
    }

    Position position(Optional<Mark> mark) {
        return mark.isEmpty()
                ? Position.START
                : new Position(mark.get().getLine() + 1, mark.get().getColumn() + 1);
    }

    /** From a place to another one, or to the end of the line if that one is on a later line. */
    Span between(Optional<Mark> from, Optional<Mark> to) {
        Position start = position(from);
        if (to.isPresent() && to.get().getLine() + 1 == start.line()) {
            return new Span(start, to.get().getColumn() + 1 - start.column());
        }
        return toLineEnd(start);
    }

    /** From a place to the end of its line. */
    Span toLineEnd(Position start) {
        return new Span(start, length(start.line()) + 1 - start.column());
    }

    /** One character; the last one of the line for a place after it. */
    Span one(Optional<Mark> mark) {
        Position place = position(mark);
        int last = Math.max(1, length(place.line()));
        return new Span(place.column() <= last ? place : new Position(place.line(), last), 1);
    }

    String line(int number) {
        return number < 1 ? "" : source.line(number);
    }

    /** The text of a line before a place. */
    String before(Position place) {
        String line = line(place.line());
        return line.substring(0, offset(line, place.column()));
    }

    /** The text of a line from a place on. */
    String from(Position place) {
        String line = line(place.line());
        return line.substring(offset(line, place.column()));
    }

    private static int offset(String line, int column) {
        int points = Math.min(column - 1, line.codePointCount(0, line.length()));
        return line.offsetByCodePoints(0, points);
    }

    private int length(int number) {
        if (counted != number) {
            String line = line(number).stripTrailing();
            length = line.codePointCount(0, line.length());
            counted = number;
        }
        return length;
    }
}
