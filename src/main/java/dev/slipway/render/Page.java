package dev.slipway.render;

import freemarker.core.Environment;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A file that is being written, or a piece of one that is set into another. A line whose value is absent vanishes, and
 * so do blank lines at the start, at the end and next to another, so that templates need not ask whether a value is there.
 */
abstract class Page extends Writer {
    private static final int USUAL_LENGTH = 80;
    private static final String BLANKS = " ".repeat(USUAL_LENGTH);

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder(USUAL_LENGTH);
    private final Visitor visitor;
    private final int margin;
    private boolean dropped;
    private boolean blank;
    private OptionalInt alone = OptionalInt.empty();

    /** @param margin how far this page is indented in the file */
    Page(Visitor visitor, int margin) {
        this.visitor = visitor;
        this.margin = margin;
    }

    /** A line, and how many blanks go before it unless it is empty. What is set in moves, and is not written again. */
    private static final class Line {
        private static final Line EMPTY = new Line("", 0);

        private final String text;
        private int blanks;

        Line(String text, int blanks) {
            this.text = text;
            this.blanks = blanks;
        }

        static Line of(String text) {
            return text.isEmpty() ? EMPTY : new Line(text, 0);
        }

        /** The same behind an indentation, which may be made of tabs. */
        Line behind(String indentation, boolean blank) {
            if (text.isEmpty()) {
                return EMPTY;
            }
            if (!blank) {
                return new Line(indentation + this, 0);
            }
            blanks += indentation.length();
            return this;
        }

        @Override
        public String toString() {
            return blanks == 0 ? text : " ".repeat(blanks) + text;
        }
    }

    /** Prints a record by its macro; may watch what is printed. */
    @FunctionalInterface
    interface Visitor {
        void visit(RecordNode node, Page page) throws IOException;

        /** Printing begins. */
        default void begins(Environment environment) {}

        /** A line has this length now, and goes on. */
        default void continues(int length) {}

        /** A line is added to a page, or an indentation before one. */
        default void adds(String text) {}

        /** What to throw if a value cannot be printed. */
        default RuntimeException failed(RuntimeException problem) {
            return problem;
        }
    }

    /** What is printed on a separate page before it is set in. */
    @FunctionalInterface
    interface Body {
        void on(Page page) throws IOException;
    }

    /** An empty page of the same kind. */
    abstract Page child(Visitor visitor, int margin);

    /** Prints a text with what it takes to mean just this text. */
    abstract void text(String text);

    /** The text as it stands among others on a line, if it can. */
    abstract Optional<String> word(String text);

    /** Prints lines that say something to readers only. */
    abstract void comment(List<String> text);

    /** Sets a page in, at the end of a line that says something already. */
    abstract void setIn(Page page);

    void items(List<Printed> items) throws IOException {
        append(items.stream().map(item -> item.word(this).orElseThrow()).collect(Collectors.joining(" ")));
    }

    void entries(Map<String, Printed> entries) throws IOException {
        throw new IllegalArgumentException("a map cannot be printed here; list its entries: " + entries.keySet());
    }

    final void visit(RecordNode node) throws IOException {
        visitor.visit(node, this);
    }

    /** Prints a value behind what stands on the line already. */
    final void print(Printed value) throws IOException {
        try {
            value.on(this);
        } catch (RuntimeException problem) {
            throw visitor.failed(problem);
        }
    }

    /** Prints a value of the model behind what stands on the line already. */
    final void value(Object value) throws IOException {
        print(ModelWrapper.INSTANCE.printed(value));
    }

    /** Prints on a separate page, and sets it in here. */
    final void nested(Body body) throws IOException {
        Page page = child(visitor, margin + inset());
        body.on(page);
        page.endLine();
        if (isBlank(line)) {
            addLines(page, 0, line.toString());
            drop();
        } else {
            setIn(page);
        }
    }

    /** Adds a line as it is, behind an indentation unless it is blank. */
    final void addLine(String text, String indentation) {
        visitor.adds(text);
        add(indentation.isEmpty() ? Line.of(text) : Line.of(text).behind(indentation, isBlanks(indentation)));
    }

    /** Adds the lines of a page that is not used any more, from one on. */
    final void addLines(Page page, int first, String indentation) {
        boolean blanks = isBlanks(indentation);
        for (Line it : page.lines.subList(first, page.lines.size())) {
            visitor.adds(indentation);
            add(it.behind(indentation, blanks));
        }
    }

    private static boolean isBlanks(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private void add(Line added) {
        if (blank) {
            lines.add(Line.EMPTY);
            blank = false;
        }
        lines.add(added);
    }

    /** How far what is set in stands from the left of this page. */
    int inset() {
        return line.length();
    }

    final void append(String text) {
        line.append(text);
        visitor.continues(line.length());
    }

    /** Ends the line with what it holds; what the template adds to it is nothing. */
    final void commit() {
        addLine(withoutBlanksAtItsEnd(), "");
        drop();
    }

    /** Takes the line away. */
    final void drop() {
        dropped = true;
    }

    final void blankLine() {
        blank = !lines.isEmpty();
    }

    /** What stands on the line so far. */
    final CharSequence line() {
        return line;
    }

    static boolean isBlank(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private String withoutBlanksAtItsEnd() {
        int end = line.length();
        while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }

    final int column() {
        return margin + line.length();
    }

    /** The lines of a page that is set in. */
    final List<String> lines() {
        return lines.stream().map(Line::toString).toList();
    }

    final boolean isEmpty() {
        return lines.isEmpty();
    }

    final String firstLine() {
        return lines.get(0).toString();
    }

    /** Remembers that what follows a column can stand without its key, if there is no other line. */
    final void standsAlone(int column) {
        alone = OptionalInt.of(column);
    }

    /** What stands alone, if something does. */
    final Optional<String> alone() {
        return lines.size() == 1 && alone.isPresent()
                ? Optional.of(firstLine().substring(alone.getAsInt()))
                : Optional.empty();
    }

    @Override
    public final void write(String text, int offset, int length) {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (text.charAt(i) == '\n') {
                line.append(text, start, i);
                endLine();
                start = i + 1;
            }
        }
        line.append(text, start, offset + length);
        visitor.continues(line.length());
    }

    @Override
    public final void write(char[] buffer, int offset, int length) {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                line.append(buffer, start, i - start);
                endLine();
                start = i + 1;
            }
        }
        line.append(buffer, start, offset + length - start);
        visitor.continues(line.length());
    }

    /** Ends the line with what it holds, unless something took it away. */
    final void endLine() {
        if (!dropped) {
            String text = withoutBlanksAtItsEnd();
            if (text.isEmpty()) {
                blankLine();
            } else {
                addLine(text, "");
            }
        }
        line.setLength(0);
        dropped = false;
    }

    @Override
    public final void flush() {}

    @Override
    public final void close() {}

    /** The whole text. */
    @Override
    public final String toString() {
        endLine();
        int length = 0;
        for (Line it : lines) {
            length += it.blanks + it.text.length() + 1;
        }
        StringBuilder text = new StringBuilder(length);
        for (Line it : lines) {
            for (int left = it.blanks; left > 0; left -= USUAL_LENGTH) {
                text.append(BLANKS, 0, Math.min(left, USUAL_LENGTH));
            }
            text.append(it.text).append('\n');
        }
        return text.toString();
    }
}
