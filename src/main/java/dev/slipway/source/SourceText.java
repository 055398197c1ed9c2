package dev.slipway.source;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A text and the name that messages give it. It knows where its lines are, so that a line costs no look at the others. */
public final class SourceText {
    private final String name;
    private final String text;

    /** Where each line starts, and where one after the last would. */
    private final int[] starts;

    /**
     * @param name a path relative to the repository, with forward slashes, such as {@code slipway.yml}
     * @param text the whole text; a byte order mark is not part of it
     */
    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.starts = starts(text);
    }

    /**
     * Reads the bytes of a file as UTF-8, with or without a byte order mark.
     *
     * @throws InvalidSource with the place of the first byte that is not UTF-8
     */
    public static SourceText decode(String name, byte[] bytes) {
        return new Decoding(name, bytes).text();
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The lines without their ends; a text without a line end has one line. */
    public List<String> lines() {
        return IntStream.range(1, starts.length).mapToObj(this::line).toList();
    }

    /** The text of a line, or nothing if the text has fewer lines. */
    public String line(int number) {
        return line(number, Integer.MAX_VALUE);
    }

    /** The first characters of a line, or nothing if the text has fewer lines. */
    public String line(int number, int longest) {
        if (number >= starts.length) {
            return "";
        }
        int start = starts[number - 1];
        int end = starts[number];
        if (number < starts.length - 1) {
            end -= end - 2 >= start && text.startsWith("\r\n", end - 2) ? 2 : 1;
        }
        return text.substring(start, end - start > longest ? start + longest : end);
    }

    /** How many lines there are; a text that ends a line has an empty one after it. */
    int size() {
        return starts.length - 1;
    }

    /** Where a line starts in the text. */
    int start(int number) {
        return starts[number - 1];
    }

    /** The place after the last character. */
    Position end() {
        int last = starts.length - 1;
        return new Position(last, text.codePointCount(starts[last - 1], text.length()) + 1);
    }

    private static int[] starts(String text) {
        int[] starts = new int[2 + text.length() / 32];
        int number = 1;
        int feed = find(text, '\n', 0);
        int carriageReturn = find(text, '\r', 0);
        while (Math.min(feed, carriageReturn) < text.length()) {
            int first = Math.min(feed, carriageReturn);
            int next = text.startsWith("\r\n", first) ? first + 2 : first + 1;
            if (number == starts.length) {
                starts = Arrays.copyOf(starts, 2 * number);
            }
            starts[number++] = next;
            feed = feed < next ? find(text, '\n', next) : feed;
            carriageReturn = carriageReturn < next ? find(text, '\r', next) : carriageReturn;
        }
        starts = Arrays.copyOf(starts, number + 1);
        starts[number] = text.length();
        return starts;
    }

    private static int find(String text, char c, int from) {
        int found = text.indexOf(c, from);
        return found < 0 ? text.length() : found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceText source && source.name.equals(name) && source.text.equals(text);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
