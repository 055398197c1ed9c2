package dev.slipway.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of a text that leaves every other character as it is.
 *
 * @param at where it begins
 * @param length how many code points of that line it replaces; none to insert
 * @param text what is there afterward
 */
public record Edit(Position at, int length, String text) {
    public static Edit insert(Position at, String text) {
        return new Edit(at, 0, text);
    }

    public static Edit replace(Span span, String text) {
        return new Edit(span.start(), span.length(), text);
    }

    /** The text with all of them; those at the same place in their order, insertions first. None may overlap. */
    public static String apply(SourceText source, List<Edit> edits) {
        List<Edit> sorted = new ArrayList<>(edits.stream().distinct().toList());
        sorted.sort((one, other) -> {
            int place = one.at.compareTo(other.at);
            return place != 0 ? place : Integer.compare(Math.min(1, one.length), Math.min(1, other.length));
        });
        String text = source.text();
        StringBuilder result = new StringBuilder(text.length() + 64);
        int done = 0;
        for (Edit edit : sorted) {
            int start = text.offsetByCodePoints(source.start(edit.at.line()), edit.at.column() - 1);
            result.append(text, done, start).append(edit.text);
            done = text.offsetByCodePoints(start, edit.length);
        }
        return result.append(text, done, text.length()).toString();
    }
}
