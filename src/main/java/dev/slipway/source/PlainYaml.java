package dev.slipway.source;

import dev.slipway.source.Node.Scalar.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads YAML as most files have it: block mappings and lists, values on one line, lists in brackets, and literal blocks.
 * Of any other text, and of any mistake, it says nothing, and the library reads the text. If it gives a tree, that is
 * the tree of the library, for a fraction of the cost.
 */
final class PlainYaml {
    private static final int MAX_DEPTH = 50;

    private final PlainLine in;
    private final PlainScalars scalars;

    private PlainYaml(PlainLine in, Places places) {
        this.in = in;
        this.scalars = new PlainScalars(in, places);
    }

    /** The tree of a text that is plain and sound; the characters of the text have been checked. */
    static Optional<Node> read(SourceText source, Places places) {
        if (PlainLine.hasOtherEnds(source.text())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlainYaml(new PlainLine(source), places).document());
        } catch (PlainLine.Unsure unsure) {
            return Optional.empty();
        }
    }

    private Node document() {
        in.begin();
        if (in.indent == 0 && in.text.startsWith("---", in.at)) {
            in.next();
        }
        PlainLine.sure(in.indent >= 0);
        Node root = block(0);
        PlainLine.sure(in.indent < 0);
        return root;
    }

    /** A mapping or a list that starts here. */
    private Node block(int depth) {
        PlainLine.sure(depth <= MAX_DEPTH);
        int column = in.at - in.start;
        return in.isDash() ? sequence(column, depth) : mapping(column, in.at, scalars.scalar(false), depth);
    }

    private Node sequence(int column, int depth) {
        PlainLine.sure(depth <= MAX_DEPTH);
        Span span = new Span(in.position(in.at), 1);
        List<Node> items = new ArrayList<>();
        do {
            in.at++;
            in.skipBlanks();
            if (in.isDone()) {
                in.next();
                PlainLine.sure(in.indent > column);
                items.add(block(depth + 1));
            } else {
                PlainLine.sure(!in.isDash());
                items.add(inLine(column, true, depth + 1));
            }
        } while (in.indent == column && in.isDash());
        PlainLine.sure(in.indent <= column);
        return new Node.Sequence(List.copyOf(items), span);
    }

    /**
     * A mapping, of which the first key has been read.
     *
     * @param from where that key starts
     */
    private Node mapping(int column, int from, Node.Scalar first, int depth) {
        PlainLine.sure(depth <= MAX_DEPTH);
        Span span = new Span(in.position(from), 1);
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Node.Scalar key = first;
        while (true) {
            PlainLine.sure(in.isKey(key));
            in.at++;
            Node.Entry entry = new Node.Entry(key.text(), key.span(), value(key, column, depth + 1));
            PlainLine.sure(entries.put(key.text(), entry) == null);
            PlainLine.sure(in.indent <= column);
            if (in.indent < column) {
                return new Node.Mapping(Collections.unmodifiableMap(entries), span);
            }
            key = scalars.scalar(false);
        }
    }

    private Node value(Node.Scalar key, int column, int depth) {
        in.skipBlanks();
        if (!in.isDone()) {
            return inLine(column, false, depth);
        }
        in.next();
        if (in.indent > column) {
            return block(depth);
        }
        return in.indent == column && in.isDash()
                ? sequence(column, depth)
                : new Node.Scalar(Type.NULL, "", true, key.span());
    }

    /** What starts behind a dash or a colon. */
    private Node inLine(int column, boolean item, int depth) {
        PlainLine.sure(depth <= MAX_DEPTH);
        char c = in.text.charAt(in.at);
        if (c == '|' || c == '>') {
            return scalars.lines(column, c == '>');
        }
        int from = in.at;
        Node value = c == '[' || c == '{' ? inBrackets(depth) : scalars.scalar(false);
        if (item && in.isColon() && value instanceof Node.Scalar key) {
            return mapping(from - in.start, from, key, depth);
        }
        in.skipBlanks();
        PlainLine.sure(in.isDone());
        in.next();
        PlainLine.sure(in.indent <= column);
        return value;
    }

    /** A value in brackets or between them. */
    private Node inBrackets(int depth) {
        PlainLine.sure(in.at < in.end && depth <= MAX_DEPTH);
        return switch (in.text.charAt(in.at)) {
            case '[' -> list(depth);
            case '{' -> map(depth);
            default -> scalars.scalar(true);
        };
    }

    private Node list(int depth) {
        int from = in.at;
        List<Node> items = new ArrayList<>();
        open();
        while (!in.isAt(']')) {
            items.add(inBrackets(depth + 1));
            separator(']');
        }
        in.at++;
        return new Node.Sequence(List.copyOf(items), in.span(from, in.at));
    }

    private Node map(int depth) {
        int from = in.at;
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        open();
        while (!in.isAt('}')) {
            Node.Scalar key = scalars.scalar(true);
            PlainLine.sure(in.isKey(key));
            in.at++;
            in.skipBlanks();
            Node.Entry entry = new Node.Entry(key.text(), key.span(), inBrackets(depth + 1));
            PlainLine.sure(entries.put(key.text(), entry) == null);
            separator('}');
        }
        in.at++;
        return new Node.Mapping(Collections.unmodifiableMap(entries), in.span(from, in.at));
    }

    private void open() {
        in.at++;
        in.skipBlanks();
    }

    /** A comma that something follows, or the in.end. */
    private void separator(char close) {
        in.skipBlanks();
        if (in.isAt(',')) {
            in.at++;
            in.skipBlanks();
            PlainLine.sure(!in.isAt(close));
        } else {
            PlainLine.sure(in.isAt(close));
        }
    }
}
