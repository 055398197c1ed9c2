package dev.slipway.source;

import java.util.List;

/**
 * A text and the name that messages give it.
 *
 * @param name a path relative to the repository, with forward slashes, such as {@code slipway.yml}
 * @param text the whole text; a byte order mark is not part of it
 */
public record SourceText(String name, String text) {
    private static final String LINE_END = "\r\n|\r|\n";

    /**
     * Reads the bytes of a file as UTF-8, with or without a byte order mark.
     *
     * @throws InvalidSource with the place of the first byte that is not UTF-8
     */
    public static SourceText decode(String name, byte[] bytes) {
        return new Decoding(name, bytes).text();
    }

    /** The lines without their ends; a text without a line end has one line. */
    public List<String> lines() {
        return List.of(text.split(LINE_END, -1));
    }

    /** The text of a line, or nothing where the text has fewer lines. */
    public String line(int number) {
        List<String> lines = lines();
        return number <= lines.size() ? lines.get(number - 1) : "";
    }
}
