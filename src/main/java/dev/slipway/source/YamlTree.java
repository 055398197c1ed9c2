package dev.slipway.source;

import dev.slipway.source.Anchors.Built;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Builds values from the events of the YAML parser, and stops at what would be too much of a document or is not for us.
 *
 * <p>From events rather than from the parser's own nodes: those are composed without a limit to their depth, and no
 * longer know which key came twice.
 */
final class YamlTree {
    /** GitHub itself gives up at 50 levels. */
    private static final int MAX_DEPTH = 100;

    private final Iterator<Event> events;
    private final Places places;
    private final YamlFault fault;
    private final Anchors anchors;
    private final boolean merging;
    private Event latest = new StreamStartEvent();

    /**
     * @param merging whether a key {@code <<} takes in the keys of other mappings
     */
    YamlTree(Iterable<Event> events, Places places, YamlFault fault, boolean merging) {
        this.merging = merging;
        this.events = events.iterator();
        this.places = places;
        this.fault = fault;
        this.anchors = new Anchors(fault);
    }

    Node document() {
        Optional<Node> root = Optional.empty();
        for (Event event = next(); event.getEventId() != Event.ID.StreamEnd; event = next()) {
            if (event.getEventId() == Event.ID.DocumentStart) {
                if (root.isPresent()) {
                    throw fault.at(
                            places.between(event.getStartMark(), event.getEndMark()),
                            "a second document starts here",
                            "write one document in a file, without '---' between parts");
                }
                root = Optional.of(value(next(), 0).node());
            }
        }
        return root.orElse(new Node.Scalar(Node.Scalar.Type.NULL, "", true, Span.START));
    }

    private Event next() {
        try {
            latest = events.next();
            return latest;
        } catch (IllegalArgumentException e) {
            // the parser trips over an escape such as \U99999999 that names no character
            throw fault.at(
                    places.one(latest.getEndMark()),
                    "an escape in double quotes names no character",
                    "write the character itself");
        }
    }

    private Built value(Event event, int depth) {
        checkDepth(depth, event);
        return switch (event.getEventId()) {
            case Alias -> alias((AliasEvent) event, depth);
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> anchored((CollectionStartEvent) event, sequence((CollectionStartEvent) event, depth));
            case MappingStart -> anchored((CollectionStartEvent) event, mapping((CollectionStartEvent) event, depth));
            default -> throw new IllegalStateException("no value starts with " + event);
        };
    }

    private void checkDepth(int depth, Event event) {
        if (depth > MAX_DEPTH) {
            throw fault.at(
                    places.one(event.getStartMark()),
                    "more than " + MAX_DEPTH + " levels deep",
                    "write it with fewer lists and mappings inside each other");
        }
    }

    private Built alias(AliasEvent event, int depth) {
        Built target =
                anchors.resolve(event.getAlias().getValue(), places.between(event.getStartMark(), event.getEndMark()));
        checkDepth(depth + target.depth(), event);
        return target;
    }

    private Built scalar(ScalarEvent event) {
        refuseTag(event.getTag(), event);
        String text = event.getValue();
        Node.Scalar.Type type = event.isPlain() ? CoreSchema.typeOf(text) : Node.Scalar.Type.TEXT;
        Span span = event.isPlain() && text.isEmpty()
                ? places.one(event.getStartMark())
                : places.between(event.getStartMark(), event.getEndMark());
        Built built = new Built(new Node.Scalar(type, text, event.isPlain(), span), 1L + text.length(), 0);
        return anchored(event, built);
    }

    private Built anchored(NodeEvent event, Built built) {
        if (event.getAnchor().isPresent()) {
            anchors.close(event.getAnchor().get().getValue(), built);
        }
        return built;
    }

    private void open(CollectionStartEvent event) {
        refuseTag(event.getTag(), event);
        if (event.getAnchor().isPresent()) {
            anchors.open(event.getAnchor().get().getValue());
        }
    }

    private void refuseTag(Optional<String> tag, NodeEvent event) {
        if (tag.isPresent()) {
            throw fault.at(
                    places.one(event.getStartMark()),
                    "explicit types such as '!!str' are not supported",
                    "remove the '!' and what belongs to it; put a string that looks like a number in quotes");
        }
    }

    private Built sequence(CollectionStartEvent start, int depth) {
        open(start);
        List<Node> items = new ArrayList<>();
        long size = 1;
        int deepest = 0;
        Event event = next();
        for (; event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            Built item = value(event, depth + 1);
            items.add(item.node());
            size += item.size();
            deepest = Math.max(deepest, item.depth());
        }
        return new Built(new Node.Sequence(List.copyOf(items), span(start, event)), size, deepest + 1);
    }

    private Built mapping(CollectionStartEvent start, int depth) {
        open(start);
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        List<Node> merged = new ArrayList<>();
        long size = 1;
        int deepest = 0;
        Event event = next();
        for (; event.getEventId() != Event.ID.MappingEnd; event = next()) {
            Node.Scalar key = key(event);
            checkUnique(key, entries);
            Built value = value(next(), depth + 1);
            if (merges(key)) {
                merged.add(value.node());
            } else {
                entries.put(key.text(), new Node.Entry(key.text(), key.span(), placed(value.node(), key)));
            }
            size += key.text().length() + value.size();
            deepest = Math.max(deepest, value.depth());
        }
        merged.forEach(node -> merge(node, entries));
        return new Built(new Node.Mapping(Collections.unmodifiableMap(entries), span(start, event)), size, deepest + 1);
    }

    private static boolean merges(Node.Scalar key) {
        return key.plain() && key.text().equals("<<");
    }

    /** A mapping's own keys go before those that it takes in, and the first of several before the others. */
    private static void merge(Node node, Map<String, Node.Entry> entries) {
        node.fold(
                mapping -> {
                    mapping.entries().forEach(entries::putIfAbsent);
                    return entries;
                },
                sequence -> {
                    sequence.items().stream()
                            .filter(item -> item instanceof Node.Mapping)
                            .forEach(item -> merge(item, entries));
                    return entries;
                },
                scalar -> entries);
    }

    private Node.Scalar key(Event event) {
        if (event instanceof CollectionStartEvent) {
            throw notText(event);
        }
        Node value = value(event, 0).node();
        if (!(value instanceof Node.Scalar scalar)) {
            throw notText(event);
        }
        Span span = places.between(event.getStartMark(), event.getEndMark());
        Node.Scalar key = new Node.Scalar(scalar.type(), scalar.text(), scalar.plain(), span);
        if (key.plain() && key.text().isEmpty()) {
            throw fault.at(places.one(event.getStartMark()), "a key is missing before ':'", "write 'key: value'");
        }
        if (merges(key) && !merging) {
            throw fault.at(
                    span,
                    "merge keys '<<' are not supported",
                    "GitHub does not read them either: write the keys out, or use an alias for a whole value");
        }
        return key;
    }

    private InvalidSource notText(Event event) {
        Span span = places.one(event.getStartMark());
        return fault.at(span, "a key must be a single value", "put quotes around a key that starts with '[' or '{'");
    }

    private void checkUnique(Node.Scalar key, Map<String, Node.Entry> entries) {
        Node.Entry first = entries.get(key.text());
        if (first != null) {
            throw fault.duplicate(
                    key.text(), key.span(), first.keySpan().start().line());
        }
    }

    /** A key without a value has nothing to underline but the key. */
    private static Node placed(Node value, Node.Scalar key) {
        return value instanceof Node.Scalar scalar
                        && scalar.plain()
                        && scalar.text().isEmpty()
                ? new Node.Scalar(scalar.type(), scalar.text(), true, key.span())
                : value;
    }

    private Span span(CollectionStartEvent start, Event end) {
        boolean oneLine = start.isFlow()
                && places.position(start.getStartMark()).line()
                        == places.position(end.getEndMark()).line();
        return oneLine ? places.between(start.getStartMark(), end.getEndMark()) : places.one(start.getStartMark());
    }
}
