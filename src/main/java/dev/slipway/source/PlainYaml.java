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
    private static final int LONGEST_KEY = 1000;
    private static final int LONGEST_LINE = 1000;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int NEXT_LINE = 0x85;

    /** What a text without quotes does not start with; {@code -} is looked at on its own. */
    private static final String NOT_FIRST = "?:,[]{}#&*!|>%@`'\"\t ";

    /** The text is not as plain as that, or there is a mistake in it. */
    private static final class Unsure extends RuntimeException {
        private static final long serialVersionUID = 1;
        static final Unsure UNSURE = new Unsure();

        private Unsure() {
            super("not plain", null, false, false);
        }
    }

    private final SourceText source;
    private final Places places;
    private final String text;

    /** Whether some characters take two places in the text, but one column. */
    private final boolean wide;

    /** The current line, its bounds, where it is read, and its indentation; -1 after the last line. */
    private int line;

    private int start;
    private int end;
    private int at;
    private int indent;

    /** The lines of a block, which most workflows have many of. */
    private final StringBuilder literal = new StringBuilder(512);

    /** Whether something was said already, so that no document can start here. */
    private boolean begun;

    private PlainYaml(SourceText source, Places places) {
        this.source = source;
        this.places = places;
        this.text = source.text();
        this.wide = text.codePointCount(0, text.length()) < text.length();
    }

    /** The tree of a text that is plain and sound; the characters of the text have been checked. */
    static Optional<Node> read(SourceText source, Places places) {
        if (hasOtherLineEnds(source.text())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlainYaml(source, places).document());
        } catch (Unsure unsure) {
            return Optional.empty();
        }
    }

    private static boolean hasOtherLineEnds(String text) {
        return text.indexOf('\r') >= 0
                || text.indexOf(NEXT_LINE) >= 0
                || text.indexOf(LINE_SEPARATOR) >= 0
                || text.indexOf(PARAGRAPH_SEPARATOR) >= 0
                || text.indexOf(BYTE_ORDER_MARK) >= 0;
    }

    private Node document() {
        next();
        begun = true;
        if (indent == 0 && text.startsWith("---", at)) {
            next();
        }
        sure(indent >= 0);
        Node root = block(0);
        sure(indent < 0);
        return root;
    }

    private static void sure(boolean plain) {
        if (!plain) {
            throw Unsure.UNSURE;
        }
    }

    /** Goes to the next line that says something. */
    private void next() {
        while (line < source.size()) {
            line++;
            start = source.start(line);
            end = end(line);
            at = start;
            skipBlanks();
            if (at < end && text.charAt(at) != '#') {
                indent = at - start;
                sure(!wide || end - start <= LONGEST_LINE);
                boolean marker = indent == 0 && (text.startsWith("---", at) || text.startsWith("...", at));
                sure(!marker || !begun && end - at == 3 && text.charAt(at) == '-');
                return;
            }
        }
        indent = -1;
        at = end;
    }

    private int end(int number) {
        return number < source.size() ? source.start(number + 1) - 1 : text.length();
    }

    private void skipBlanks() {
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
    }

    /** Whether nothing but a comment is left of the line. */
    private boolean isDone() {
        return at == end || text.charAt(at) == '#' && text.charAt(at - 1) == ' ';
    }

    private boolean isAt(char c) {
        return at < end && text.charAt(at) == c;
    }

    private boolean isDash() {
        return isAt('-') && (at + 1 == end || text.charAt(at + 1) == ' ');
    }

    private boolean isColon() {
        return isAt(':') && (at + 1 == end || text.charAt(at + 1) == ' ');
    }

    private boolean isKey(Node.Scalar key) {
        return isColon() && key.text().length() <= LONGEST_KEY && !key.text().equals("<<");
    }

    private Position position(int offset) {
        int column = wide ? text.codePointCount(start, offset) : offset - start;
        return new Position(line, column + 1);
    }

    private Span span(int from, int to) {
        return new Span(position(from), wide ? text.codePointCount(from, to) : to - from);
    }

    /** A mapping or a list that starts here. */
    private Node block(int depth) {
        sure(depth <= MAX_DEPTH);
        int column = at - start;
        return isDash() ? sequence(column, depth) : mapping(column, at, scalar(false), depth);
    }

    private Node sequence(int column, int depth) {
        sure(depth <= MAX_DEPTH);
        Span span = new Span(position(at), 1);
        List<Node> items = new ArrayList<>();
        do {
            at++;
            skipBlanks();
            if (isDone()) {
                next();
                sure(indent > column);
                items.add(block(depth + 1));
            } else {
                sure(!isDash());
                items.add(inLine(column, true, depth + 1));
            }
        } while (indent == column && isDash());
        sure(indent <= column);
        return new Node.Sequence(List.copyOf(items), span);
    }

    /**
     * A mapping, of which the first key has been read.
     *
     * @param from where that key starts
     */
    private Node mapping(int column, int from, Node.Scalar first, int depth) {
        sure(depth <= MAX_DEPTH);
        Span span = new Span(position(from), 1);
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Node.Scalar key = first;
        while (true) {
            sure(isKey(key));
            at++;
            Node.Entry entry = new Node.Entry(key.text(), key.span(), value(key, column, depth + 1));
            sure(entries.put(key.text(), entry) == null);
            sure(indent <= column);
            if (indent < column) {
                return new Node.Mapping(Collections.unmodifiableMap(entries), span);
            }
            key = scalar(false);
        }
    }

    private Node value(Node.Scalar key, int column, int depth) {
        skipBlanks();
        if (!isDone()) {
            return inLine(column, false, depth);
        }
        next();
        if (indent > column) {
            return block(depth);
        }
        return indent == column && isDash()
                ? sequence(column, depth)
                : new Node.Scalar(Type.NULL, "", true, key.span());
    }

    /** What starts behind a dash or a colon. */
    private Node inLine(int column, boolean item, int depth) {
        sure(depth <= MAX_DEPTH);
        char c = text.charAt(at);
        if (c == '|' || c == '>') {
            return lines(column, c == '>');
        }
        int from = at;
        Node value = c == '[' || c == '{' ? inBrackets(depth) : scalar(false);
        if (item && isColon() && value instanceof Node.Scalar key) {
            return mapping(from - start, from, key, depth);
        }
        skipBlanks();
        sure(isDone());
        next();
        sure(indent <= column);
        return value;
    }

    private Node.Scalar scalar(boolean inList) {
        sure(at < end);
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        sure(NOT_FIRST.indexOf(first) < 0);
        sure(first != '-' || at + 1 < end && NOT_FIRST.indexOf(text.charAt(at + 1)) < 0);
        int from = at;
        int last = from;
        for (; at < end && !endsPlain(inList); at++) {
            if (text.charAt(at) != ' ') {
                last = at + 1;
            }
        }
        String value = text.substring(from, last);
        return new Node.Scalar(CoreSchema.typeOf(value), value, true, span(from, last));
    }

    private boolean endsPlain(boolean inList) {
        char c = text.charAt(at);
        if (c > ':' && !inList) {
            return false;
        }
        return switch (c) {
            case '#' -> text.charAt(at - 1) == ' ';
            case ':' ->
                at + 1 == end
                        || text.charAt(at + 1) == ' '
                        || text.charAt(at + 1) == '\t'
                        || inList && ",[]{}".indexOf(text.charAt(at + 1)) >= 0;
            case ',', '[', ']', '{', '}' -> inList;
            case '\t' -> throw Unsure.UNSURE;
            default -> false;
        };
    }

    private Node.Scalar quoted(char quote) {
        int from = at;
        boolean doubled = false;
        for (at++; ; at++) {
            sure(at < end);
            char c = text.charAt(at);
            sure(c != '\t' && (c != '\\' || quote == '\''));
            if (c == quote) {
                if (quote == '"' || at + 1 == end || text.charAt(at + 1) != quote) {
                    break;
                }
                doubled = true;
                at++;
            }
        }
        String value = text.substring(from + 1, at);
        at++;
        Span span = span(from, at);
        skipColonBlanks();
        return new Node.Scalar(Type.TEXT, doubled ? value.replace("''", "'") : value, false, span);
    }

    /** A key in quotes may have blanks before its colon. */
    private void skipColonBlanks() {
        int before = at;
        skipBlanks();
        if (!isColon()) {
            at = before;
        }
    }

    /** A value in brackets or between them. */
    private Node inBrackets(int depth) {
        sure(at < end && depth <= MAX_DEPTH);
        return switch (text.charAt(at)) {
            case '[' -> list(depth);
            case '{' -> map(depth);
            default -> scalar(true);
        };
    }

    private Node list(int depth) {
        int from = at;
        List<Node> items = new ArrayList<>();
        open();
        while (!isAt(']')) {
            items.add(inBrackets(depth + 1));
            separator(']');
        }
        at++;
        return new Node.Sequence(List.copyOf(items), span(from, at));
    }

    private Node map(int depth) {
        int from = at;
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        open();
        while (!isAt('}')) {
            Node.Scalar key = scalar(true);
            sure(isKey(key));
            at++;
            skipBlanks();
            Node.Entry entry = new Node.Entry(key.text(), key.span(), inBrackets(depth + 1));
            sure(entries.put(key.text(), entry) == null);
            separator('}');
        }
        at++;
        return new Node.Mapping(Collections.unmodifiableMap(entries), span(from, at));
    }

    private void open() {
        at++;
        skipBlanks();
    }

    /** A comma that something follows, or the end. */
    private void separator(char close) {
        skipBlanks();
        if (isAt(',')) {
            at++;
            skipBlanks();
            sure(!isAt(close));
        } else {
            sure(isAt(close));
        }
    }

    /** The lines below {@code |} or {@code >}, which are indented more than what they belong to. */
    private Node lines(int column, boolean folds) {
        Span span = places.toLineEnd(position(at));
        at++;
        boolean strips = isAt('-');
        boolean keeps = isAt('+');
        at += strips || keeps ? 1 : 0;
        skipBlanks();
        sure(isDone());
        literal.setLength(0);
        int left = -1;
        int longestBlank = 0;
        int breaks = 0;
        boolean folded = false;
        for (; line < source.size() && source.start(line + 1) < text.length(); line++) {
            int from = source.start(line + 1);
            int to = end(line + 1);
            sure(to < text.length());
            int i = from;
            while (i < to && text.charAt(i) == ' ' && (left < 0 || i - from < left)) {
                i++;
            }
            if (i == to) {
                longestBlank = Math.max(longestBlank, left < 0 ? to - from : 0);
                breaks++;
                continue;
            }
            if (left < 0) {
                left = i - from;
                sure(left > column && longestBlank <= left);
            }
            if (i - from < left) {
                sure(text.charAt(i) != '\t');
                break;
            }
            boolean flush = folds && text.charAt(i) != ' ' && text.charAt(i) != '\t';
            literal.append(folded && flush ? breaks == 1 ? " " : "\n".repeat(breaks - 1) : "\n".repeat(breaks));
            literal.append(text, i, to);
            folded = flush;
            breaks = 1;
        }
        sure(left >= 0);
        literal.append("\n".repeat(strips ? 0 : keeps ? breaks : 1));
        next();
        return new Node.Scalar(Type.TEXT, literal.toString(), false, span);
    }
}
