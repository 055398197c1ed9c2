package dev.slipway.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A graph of jobs as SVG, from the left to the right. Lines cross only the gaps between columns, and pass a column between
 * its boxes.
 *
 * @see <a href="https://www.w3.org/TR/SVG2/">SVG 2</a>
 */
final class Picture {
    private static final int MARGIN = 20;
    private static final int NARROWEST_GAP = 44;
    private static final int WIDEST_GAP = 120;
    private static final int ARROW = 7;

    /** Colors as GitHub has them, so that the picture is at home there; it brings its own background. */
    static final String STYLE = """
            <style>
            .slipway-graph { font-family: -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
            .slipway-graph .page { fill: #ffffff; stroke: #d1d9e0 }
            .slipway-graph .box { fill: #f6f8fa; stroke: #818b98 }
            .slipway-graph .conditional .box { stroke: #9a6700; stroke-dasharray: 5 3 }
            .slipway-graph .line { fill: none; stroke: #818b98; stroke-width: 1.5 }
            .slipway-graph .arrow { fill: #818b98 }
            .slipway-graph .id { font-size: 13px; font-weight: 600; fill: #1f2328 }
            .slipway-graph .row { font-size: 11px; fill: #59636e }
            .slipway-graph .condition { font-size: 11px; font-style: italic; fill: #9a6700 }
            @media (prefers-color-scheme: dark) {
            .slipway-graph .page { fill: #0d1117; stroke: #3d444d }
            .slipway-graph .box { fill: #151b23; stroke: #656c76 }
            .slipway-graph .conditional .box { stroke: #d29922 }
            .slipway-graph .line { stroke: #656c76 }
            .slipway-graph .arrow { fill: #656c76 }
            .slipway-graph .id { fill: #f0f6fc }
            .slipway-graph .row { fill: #9198a1 }
            .slipway-graph .condition { fill: #d29922 }
            }
            </style>
            """;

    private final JobGraph graph;
    private final List<BoxText> boxes;
    private final Columns columns;
    private final int[] lefts;
    private final int[] widths;

    private Picture(JobGraph graph) {
        this.graph = graph;
        boxes = graph.nodes().stream().map(BoxText::of).toList();
        columns = Ordering.of(
                Columns.of(graph, boxes.stream().map(BoxText::height).toList()));
        Placement.of(columns, MARGIN);
        widths = columns.cells().stream().mapToInt(this::width).toArray();
        lefts = lefts();
    }

    static String of(JobGraph graph, String style) {
        return new Picture(graph).text(style);
    }

    private int width(List<Cell> column) {
        return column.stream()
                .filter(cell -> cell.box)
                .mapToInt(cell -> boxes.get(cell.job).width())
                .max()
                .orElse(0);
    }

    /** Where the columns begin; the steeper the lines between two, the farther apart these are. */
    private int[] lefts() {
        int[] found = new int[widths.length];
        int at = MARGIN;
        for (int i = 0; i < found.length; i++) {
            double steepest = 0;
            for (Cell cell : columns.cells().get(i)) {
                for (Cell before : cell.before) {
                    steepest = Math.max(steepest, Math.abs(cell.middle() - before.middle()));
                }
            }
            at += i == 0 ? 0 : (int) Math.min(WIDEST_GAP, NARROWEST_GAP + steepest / 8);
            found[i] = at;
            at += widths[i];
        }
        return found;
    }

    private String text(String style) {
        int last = widths.length - 1;
        int width = last < 0 ? 2 * MARGIN : lefts[last] + widths[last] + MARGIN;
        int height = MARGIN
                + columns.cells().stream()
                        .flatMap(List::stream)
                        .mapToInt(cell -> (int) cell.top + cell.height)
                        .max()
                        .orElse(0);
        StringBuilder text = new StringBuilder(
                """
                <svg xmlns="http://www.w3.org/2000/svg" class="slipway-graph" role="img" width="%s" height="%s" \
                viewBox="0 0 %s %s">
                <title>%s</title>
                <desc>%s</desc>
                """.formatted(width, height, width, height, Xml.escaped("Jobs of " + graph.name()), description()));
        text.append(style)
                .append("<rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"%s\" height=\"%s\" rx=\"8\"/>\n"
                        .formatted(width - 1, height - 1));
        for (int i = 0; i < lefts.length; i++) {
            for (Cell cell : columns.cells().get(i)) {
                for (Cell before : cell.box ? cell.before : List.<Cell>of()) {
                    text.append(line(i, cell, before));
                }
            }
        }
        for (int i = 0; i < lefts.length; i++) {
            for (Cell cell : columns.cells().get(i)) {
                if (cell.box) {
                    text.append(box(i, cell));
                }
            }
        }
        return text.append("</svg>\n").toString();
    }

    /** The same in words. */
    private String description() {
        return graph.nodes().stream()
                .map(node -> Xml.escaped(node.id()
                        + (node.rows().isEmpty() ? "" : " (" + String.join("; ", node.rows()) + ")")
                        + (node.needs().isEmpty() ? "" : " after " + String.join(", ", node.needs()))
                        + (node.condition().isEmpty() ? "" : " if " + node.condition())))
                .collect(Collectors.joining(".\n", "", "."));
    }

    /** A line into a box, from the box where it begins, and its arrow. */
    private String line(int column, Cell to, Cell before) {
        List<Cell> passed = new ArrayList<>();
        Cell from = before;
        while (!from.box) {
            passed.add(0, from);
            from = from.before.get(0);
        }
        int at = column - passed.size() - 1;
        StringBuilder path = new StringBuilder("M" + right(at) + " " + number(from.middle()));
        double y = from.middle();
        for (Cell cell : passed) {
            path.append(curve(right(at), y, lefts[at + 1], cell.middle()));
            at++;
            path.append("H").append(right(at));
            y = cell.middle();
        }
        int end = lefts[column] - ARROW;
        path.append(curve(right(at), y, end, to.middle()));
        String arrow = "M" + end + " " + number(to.middle() - 4) + "l" + ARROW + " 4l-" + ARROW + " 4z";
        return "<g data-from=\"%s\" data-to=\"%s\"><path class=\"line\" d=\"%s\"/><path class=\"arrow\" d=\"%s\"/></g>\n"
                .formatted(
                        Xml.escaped(graph.nodes().get(from.job).id()),
                        Xml.escaped(graph.nodes().get(to.job).id()),
                        path,
                        arrow);
    }

    private int right(int column) {
        return lefts[column] + widths[column];
    }

    private static String curve(int fromX, double fromY, int toX, double toY) {
        if (fromY == toY) {
            return "H" + toX;
        }
        String middle = number((fromX + toX) / 2.0);
        return "C" + middle + " " + number(fromY) + " " + middle + " " + number(toY) + " " + toX + " " + number(toY);
    }

    /** Pixels and their halves. */
    private static String number(double pixels) {
        return pixels == Math.rint(pixels) ? Long.toString((long) pixels) : Double.toString(pixels);
    }

    private String box(int column, Cell cell) {
        JobGraph.Node node = graph.nodes().get(cell.job);
        BoxText box = boxes.get(cell.job);
        int left = lefts[column] + BoxText.PADDING;
        int y = (int) cell.top + 22;
        StringBuilder text = new StringBuilder(
                "<g class=\"job%s\" data-job=\"%s\"><title>%s</title><rect class=\"box\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"6\"/>\n"
                        .formatted(
                                box.condition().isEmpty() ? "" : " conditional",
                                Xml.escaped(node.id()),
                                Xml.escaped(node.id() + (node.condition().isEmpty() ? "" : ": if " + node.condition())),
                                lefts[column],
                                (int) cell.top,
                                widths[column],
                                cell.height));
        text.append(line("id", left, y, box.id()));
        y += 20;
        for (String row : box.rows()) {
            text.append(line("row", left, y, row));
            y += BoxText.LINE;
        }
        for (String part : box.condition()) {
            text.append(line("condition", left, y, part));
            y += BoxText.LINE;
        }
        return text.append("</g>\n").toString();
    }

    private static String line(String kind, int x, int y, String words) {
        return "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n".formatted(kind, x, y, Xml.escaped(words));
    }
}
