package dev.slipway.report;

import java.util.stream.Collectors;

/** A unified diff for a terminal. */
public final class DiffText {
    private DiffText() {}

    public static String of(String diff, Style style) {
        return diff.lines().map(line -> painted(line, style) + "\n").collect(Collectors.joining());
    }

    private static String painted(String line, Style style) {
        String text = Printable.line(line);
        if (text.startsWith("--- ") || text.startsWith("+++ ")) {
            return style.strong(text);
        }
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '-' -> style.bad(text);
            case '+' -> style.good(text);
            case '@' -> style.neutral(text);
            default -> text;
        };
    }
}
