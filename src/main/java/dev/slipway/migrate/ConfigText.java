package dev.slipway.migrate;

import dev.slipway.source.Document;
import dev.slipway.source.Edit;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Position;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A text to be rewritten: where a key can be added, so that nothing else moves.
 *
 * @param source the text
 * @param root what it says itself
 * @param whole the same with all that it extends
 */
record ConfigText(SourceText source, Node root, Document whole) {
    /**
     * Adds a key with a value, in the mapping that is there or in a new one.
     *
     * @param needed how many keys of the path have to be there already
     * @return empty if they are not there, or if something other than a mapping is in the way
     */
    Optional<Edit> add(Pointer key, int needed, String value) {
        List<String> path = key.tokens();
        Node.Mapping inner = root instanceof Node.Mapping mapping ? mapping : null;
        Span keySpan = Span.START;
        for (int i = 0; i < path.size(); i++) {
            String rest = flow(path.subList(i, path.size()), value);
            Node.Entry entry = inner == null ? null : inner.entries().get(path.get(i));
            if (inner == null || entry == null) {
                return inner != null && i >= needed ? Optional.of(add(inner, i == 0, rest)) : Optional.empty();
            }
            keySpan = entry.keySpan();
            if (!(entry.value() instanceof Node.Mapping next)) {
                String below = "{ " + flow(path.subList(i + 1, path.size()), value) + " }";
                return i + 1 < path.size() ? replaced(entry.value(), keySpan, below) : Optional.empty();
            }
            inner = next;
        }
        return Optional.empty();
    }

    /** {@code smoke: { before-tags: false }}. */
    private static String flow(List<String> path, String value) {
        return path.size() == 1
                ? path.get(0) + ": " + value
                : path.get(0) + ": { " + flow(path.subList(1, path.size()), value) + " }";
    }

    /** {@code docker:} and {@code docker: true} are a mapping without keys. */
    private Optional<Edit> replaced(Node old, Span key, String text) {
        if (!(old instanceof Node.Scalar scalar)) {
            return Optional.empty();
        }
        if (scalar.type() == Node.Scalar.Type.BOOLEAN && scalar.text().equalsIgnoreCase("true")) {
            return Optional.of(Edit.replace(scalar.span(), text));
        }
        if (scalar.type() != Node.Scalar.Type.NULL) {
            return Optional.empty();
        }
        if (!scalar.text().isEmpty()) {
            return Optional.of(Edit.replace(scalar.span(), text)); // 'null' or '~'
        }
        int end = key.start().column() - 1 + key.length();
        int[] line = source.line(key.start().line()).codePoints().toArray();
        while (end < line.length && line[end] != ':') {
            end++;
        }
        return Optional.of(Edit.insert(
                new Position(key.start().line(), Math.min(end, line.length - 1) + 2), " " + text));
    }

    /** The first key of all. */
    Edit addFirst(String text) {
        return root instanceof Node.Mapping mapping ? add(mapping, false, text) : Edit.insert(Position.START, text);
    }

    private Edit add(Node.Mapping mapping, boolean atTheEnd, String text) {
        Position start = mapping.span().start();
        if (source.line(start.line())
                        .codePoints()
                        .skip(start.column() - 1L)
                        .findFirst()
                        .orElse(0)
                == '{') {
            String comma = mapping.entries().isEmpty() ? " " : ",";
            return Edit.insert(new Position(start.line(), start.column() + 1), " " + text + comma);
        }
        String end = source.text().contains("\r\n") ? "\r\n" : "\n";
        if (atTheEnd) {
            int last = source.lines().size();
            String line = source.line(last);
            String before = line.isEmpty() ? "" : end;
            String indent = " ".repeat(start.column() - 1);
            return Edit.insert(
                    new Position(last, line.codePointCount(0, line.length()) + 1), before + indent + text + end);
        }
        Position first = mapping.entries().values().iterator().next().keySpan().start();
        return Edit.insert(first, text + end + " ".repeat(first.column() - 1));
    }
}
