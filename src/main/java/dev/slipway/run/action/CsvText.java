package dev.slipway.run.action;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values as the actions of Docker read them. They read a list twice: first the whole input into lines,
 * where quotes around a field fall away, then each line into fields, where a quote in the middle of a field is an error.
 */
final class CsvText {
    private final String text;
    private final boolean relaxed;
    private final List<List<String>> records = new ArrayList<>();
    private List<String> record = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private String lineEnd = "";
    private int line = 1;
    private boolean quoting;
    private boolean quoted;

    private CsvText(String text, boolean relaxed) {
        this.text = text;
        this.relaxed = relaxed;
    }

    /** The lines of a list input: without empty ones, without those that start with {@code #}, trimmed. */
    static List<String> lines(String input) {
        return new CsvText(input.strip(), true)
                .read().stream()
                        .map(fields -> String.join(",", fields))
                        .filter(item -> !item.isEmpty())
                        .map(String::strip)
                        .collect(Collectors.toList());
    }

    /** The fields of one of these lines. */
    static List<String> fields(String line) {
        List<List<String>> records = new CsvText(line, false).read();
        if (records.isEmpty()) {
            throw new MetadataFault("A line has only spaces: remove it, or begin it with #.");
        }
        return records.get(0);
    }

    private List<List<String>> read() {
        for (int at = 0; at < text.length(); ) {
            at = quoting ? inQuotes(at) : outside(at);
        }
        if (quoting) {
            throw new MetadataFault(
                    "A quote is not closed at line %d of: %s. Write \" at its end.".formatted(line, text));
        }
        if (quoted || !record.isEmpty() || field.length() > 0) {
            endRecord();
        }
        return records;
    }

    private int inQuotes(int at) {
        char next = text.charAt(at);
        if (next != '"') {
            line += next == '\n' ? 1 : 0;
            field.append(next);
            return at + 1;
        }
        if (text.startsWith("\"", at + 1)) {
            field.append('"');
            return at + 2;
        }
        quoting = false;
        quoted = true;
        if (endsField(at + 1)) {
            return at + 1;
        }
        if (!relaxed) {
            throw new MetadataFault(
                    "A closing quote is followed by more text in: %s. Put the quotes around the whole".formatted(text)
                            + " field, as in \"key=value\", and write a quote inside of it twice.");
        }
        field.insert(0, '"').append('"');
        return at + 1;
    }

    private int outside(int at) {
        if (lineEnd.isEmpty()) {
            lineEnd = lineEndAt(at);
        }
        char next = text.charAt(at);
        if (next == '"' && field.length() == 0) {
            quoting = true;
            return at + 1;
        }
        if (next == '"' && !relaxed) {
            throw new MetadataFault(
                    "A quote is in the middle of a field in: %s. Use ' inside of expressions, or".formatted(text)
                            + " quotes around the whole field, as in \"\"\"key=value\"\"\".");
        }
        if (!lineEnd.isEmpty() && text.startsWith(lineEnd, at)) {
            line++;
            if (quoted || !record.isEmpty() || field.length() > 0) {
                endRecord();
            }
            return at + lineEnd.length();
        }
        if (relaxed && next == '#' && record.isEmpty() && field.length() == 0) {
            quoted = false;
            return endOfComment(at);
        }
        if (next == ',') {
            endField();
        } else {
            field.append(next);
        }
        return at + 1;
    }

    private int endOfComment(int at) {
        int start = at;
        while (start < text.length() && lineEnd.isEmpty()) {
            lineEnd = lineEndAt(start++);
        }
        int end = lineEnd.isEmpty() ? -1 : text.indexOf(lineEnd, at);
        return end < 0 ? text.length() : end + lineEnd.length();
    }

    private boolean endsField(int at) {
        if (lineEnd.isEmpty()) {
            lineEnd = lineEndAt(at);
        }
        return at >= text.length()
                || text.charAt(at) == ','
                || !lineEnd.isEmpty() && text.startsWith(lineEnd, at)
                || relaxed && text.charAt(at) == '#';
    }

    /** The first line end decides what ends a line. */
    private String lineEndAt(int at) {
        for (String end : List.of("\r\n", "\n", "\r")) {
            if (text.startsWith(end, at)) {
                return end;
            }
        }
        return "";
    }

    private void endField() {
        record.add(field.toString());
        field.setLength(0);
        quoted = false;
    }

    private void endRecord() {
        endField();
        records.add(record);
        record = new ArrayList<>();
    }
}
