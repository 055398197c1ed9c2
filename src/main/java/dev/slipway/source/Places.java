package dev.slipway.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the marks of the YAML parser, which count from 0, into our places in the text. */
final class Places {
    private final SourceText source;

    /** The lengths of the lines that were asked for. A long line is not counted again for each of its values. */
    private final Map<Integer, Integer> lengths = new HashMap<>();

    Places(SourceText source) {
        this.source = source;
    }

    Position position(Optional<Mark> mark) {
        return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(Position.START);
    }

    /** From a place to another one, or to the end of the line where that one is on a later line. */
    Span between(Optional<Mark> from, Optional<Mark> to) {
        Position start = position(from);
        Position end = position(to);
        if (end.line() == start.line()) {
            return new Span(start, end.column() - start.column());
        }
        return new Span(start, length(start.line()) + 1 - start.column());
    }

    /** One character; the last one of the line for a place behind it. */
    Span one(Optional<Mark> mark) {
        Position place = position(mark);
        int last = Math.max(1, length(place.line()));
        return new Span(new Position(place.line(), Math.min(place.column(), last)), 1);
    }

    String line(int number) {
        return number < 1 ? "" : source.line(number);
    }

    /** What stands in a line before a place. */
    String before(Position place) {
        String line = line(place.line());
        return line.substring(0, offset(line, place.column()));
    }

    /** What stands in a line from a place on. */
    String from(Position place) {
        String line = line(place.line());
        return line.substring(offset(line, place.column()));
    }

    private static int offset(String line, int column) {
        int points = Math.min(column - 1, line.codePointCount(0, line.length()));
        return line.offsetByCodePoints(0, points);
    }

    private int length(int number) {
        return lengths.computeIfAbsent(number, it -> {
            String line = line(it).stripTrailing();
            return line.codePointCount(0, line.length());
        });
    }
}
