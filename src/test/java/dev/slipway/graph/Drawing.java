package dev.slipway.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a reader of the picture sees: its boxes, the lines of text in them, and the points of its lines. */
record Drawing(double width, double height, List<Box> boxes, List<Line> lines, String title, String description) {
    private static final Pattern STEP = Pattern.compile("([MCH])([-0-9. ]+)");

    record Point(double x, double y) {}

    record Box(String job, double x, double y, double width, double height, boolean conditional, List<Words> words) {
        boolean meets(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        /** Whether the point is in it, or closer to it than two pixels. */
        boolean near(Point point) {
            return point.x > x - 2 && point.x < x + width + 2 && point.y > y - 2 && point.y < y + height + 2;
        }

        List<String> texts() {
            return words.stream().map(Words::text).toList();
        }
    }

    /** @param y of the line on which the letters stand */
    record Words(String text, double x, double y, int size) {}

    record Line(String from, String to, List<Point> points) {}

    static Drawing of(String svg) {
        Document document = document(svg);
        List<Box> boxes = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Element group : elements(document.getDocumentElement(), "g")) {
            if (group.hasAttribute("data-job")) {
                boxes.add(box(group));
            } else {
                Element path = elements(group, "path").get(0);
                lines.add(new Line(
                        group.getAttribute("data-from"),
                        group.getAttribute("data-to"),
                        points(path.getAttribute("d"))));
            }
        }
        Element root = document.getDocumentElement();
        return new Drawing(
                number(root, "width"),
                number(root, "height"),
                boxes,
                lines,
                elements(root, "title").get(0).getTextContent(),
                elements(root, "desc").get(0).getTextContent());
    }

    private static Document document(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
        } catch (Exception broken) {
            throw new AssertionError("no XML: " + svg, broken);
        }
    }

    Box box(String job) {
        return boxes.stream().filter(box -> box.job().equals(job)).findFirst().orElseThrow();
    }

    private static Box box(Element group) {
        Element rectangle = elements(group, "rect").get(0);
        List<Words> words = elements(group, "text").stream()
                .map(text -> new Words(
                        text.getTextContent(),
                        number(text, "x"),
                        number(text, "y"),
                        text.getAttribute("class").equals("id") ? 13 : 11))
                .toList();
        return new Box(
                group.getAttribute("data-job"),
                number(rectangle, "x"),
                number(rectangle, "y"),
                number(rectangle, "width"),
                number(rectangle, "height"),
                group.getAttribute("class").contains("conditional"),
                words);
    }

    /** Points along a path, close to each other. */
    private static List<Point> points(String path) {
        List<Point> points = new ArrayList<>();
        for (MatchResult step : STEP.matcher(path).results().toList()) {
            double[] n = Pattern.compile(" ")
                    .splitAsStream(step.group(2).strip())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            Point last = points.isEmpty() ? new Point(0, 0) : points.get(points.size() - 1);
            switch (step.group(1)) {
                case "M" -> points.add(new Point(n[0], n[1]));
                case "H" -> curve(points, last, last, new Point(n[0], last.y), new Point(n[0], last.y));
                default -> curve(points, last, new Point(n[0], n[1]), new Point(n[2], n[3]), new Point(n[4], n[5]));
            }
        }
        return points;
    }

    private static void curve(List<Point> points, Point a, Point b, Point c, Point d) {
        for (int i = 1; i <= 40; i++) {
            double t = i / 40.0;
            double s = 1 - t;
            points.add(new Point(
                    s * s * s * a.x + 3 * s * s * t * b.x + 3 * s * t * t * c.x + t * t * t * d.x,
                    s * s * s * a.y + 3 * s * s * t * b.y + 3 * s * t * t * c.y + t * t * t * d.y));
        }
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
