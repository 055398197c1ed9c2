package dev.slipway.report;

import java.util.List;
import java.util.stream.Collectors;

/** Text from elsewhere, as Markdown that shows it and nothing else. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]<>#|!&~@";

    private static final int LINES = 1000;

    private Markdown() {}

    /** The text on one line. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        Printable.line(text.replace('\n', ' ').replace('\r', ' ')).codePoints().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }

    /** The text as code, fenced by more backticks than it has; a bar would end the cell of a table. */
    static String code(String text) {
        String line = Printable.line(text).replace("|", "\\|");
        if (!line.contains("`")) {
            return "`" + line + "`";
        }
        return "`` " + line.replace("``", "` `") + " ``";
    }

    /** Lines as code, fenced by more backticks than any of them has; what is too long for a page is cut. */
    static String block(String language, String lines) {
        StringBuilder fence = new StringBuilder("```");
        while (lines.contains(fence)) {
            fence.append('`');
        }
        StringBuilder block = new StringBuilder(fence).append(language).append('\n');
        for (String line : lines.lines().limit(LINES).toList()) {
            block.append(Printable.line(line)).append('\n');
        }
        if (lines.lines().count() > LINES) {
            block.append("…\n");
        }
        return block.append(fence).append('\n').toString();
    }

    /** A row of a table. */
    static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The head of a table. */
    static String head(String... titles) {
        List<String> cells = List.of(titles);
        return row(cells) + row(cells.stream().map(title -> "---").toList());
    }
}
