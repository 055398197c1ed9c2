package dev.slipway.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is in the box of a job: its id, the variants of its matrix, and its condition.
 *
 * @param rows as many as there is room for
 * @param condition in lines; none if it always runs
 */
record BoxText(String id, List<String> rows, List<String> condition) {
    static final int TITLE = 13;
    static final int SMALL = 11;
    static final int LINE = 16;
    static final int PADDING = 12;

    /** Of the first line, with what is above and below it. */
    static final int HEAD = 36;

    /** Between the last line and the lower edge, if there are several. */
    static final int FOOT = 8;

    private static final int WIDEST = 250;
    private static final int MOST_ROWS = 12;
    private static final int MOST_OF_A_CONDITION = 3;

    static BoxText of(JobGraph.Node node) {
        List<String> rows = new ArrayList<>();
        int shown = node.rows().size() > MOST_ROWS ? MOST_ROWS - 1 : node.rows().size();
        node.rows().subList(0, shown).forEach(row -> rows.add(small(row)));
        if (shown < node.rows().size()) {
            rows.add("and " + (node.rows().size() - shown) + " more");
        }
        return new BoxText(
                TextWidth.fitted(node.id(), TITLE, WIDEST),
                rows,
                node.condition().isEmpty() ? List.of() : wrapped("if " + Xml.oneLine(node.condition())));
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && TextWidth.of(longer, SMALL) > WIDEST && lines.size() < MOST_OF_A_CONDITION - 1) {
                lines.add(small(line));
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(small(line));
        return lines;
    }

    private static String small(String text) {
        return TextWidth.fitted(Xml.oneLine(text), SMALL, WIDEST);
    }

    int width() {
        int lines = Stream.concat(rows.stream(), condition.stream())
                .mapToInt(line -> TextWidth.of(line, SMALL))
                .max()
                .orElse(0);
        return 2 * PADDING + Math.max(lines, TextWidth.of(id, TITLE));
    }

    int height() {
        int lines = rows.size() + condition.size();
        return HEAD + (lines == 0 ? 0 : lines * LINE + FOOT);
    }
}
