package dev.slipway.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value that several texts make together, and from which of them each part of it comes. Mappings are merged key by
 * key; of every other value the first text that has one decides.
 */
public final class Document {
    private final List<Part> parts;
    private final Node root;

    private Document(List<Part> parts, Node root) {
        this.parts = List.copyOf(parts);
        this.root = root;
    }

    /** A text and what it says. */
    public record Part(SourceText source, Node root) {}

    /**
     * A place in one of the texts.
     *
     * @param node the value there; empty if the place is that of a key, or of what is missing
     */
    public record Where(SourceText source, Span span, Optional<Node> node) {
        /** The place as messages name it: {@code slipway.yml:3:5}. */
        @Override
        public String toString() {
            return source.name() + ":" + span.start();
        }
    }

    /** The document of one text. */
    public static Document of(SourceText source, Node root) {
        return new Document(List.of(new Part(source, root)), root);
    }

    /** The document of several texts, at least one; the first one decides. */
    public static Document of(List<Part> parts) {
        Node root = parts.get(parts.size() - 1).root();
        for (int i = parts.size() - 2; i >= 0; i--) {
            root = merged(root, parts.get(i).root());
        }
        return new Document(parts, root);
    }

    /** Keys stay in the order of the base; those that only the other has follow. */
    private static Node merged(Node base, Node above) {
        if (!(base instanceof Node.Mapping below)) {
            return above;
        }
        if (isNothing(above)) {
            return base;
        }
        if (!(above instanceof Node.Mapping over)) {
            return above;
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>(below.entries());
        over.entries()
                .forEach((key, entry) -> entries.merge(
                        key,
                        entry,
                        (old, own) -> new Node.Entry(key, own.keySpan(), merged(old.value(), own.value()))));
        return new Node.Mapping(entries, over.span());
    }

    /** {@code docker:} without a value is the same as {@code docker: {}}, so it takes no key of the base away. */
    private static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.NULL;
    }

    /** The value that all of them make. */
    public Node root() {
        return root;
    }

    /** Each of the texts, the one that decides first. */
    public List<Part> parts() {
        return parts;
    }

    /** The text that decides. */
    public SourceText source() {
        return parts.get(0).source();
    }

    /** All texts, the one that decides first. */
    public List<SourceText> sources() {
        return parts.stream().map(Part::source).toList();
    }

    /** Whether a file is one of the texts. */
    public boolean isFrom(String file) {
        return parts.stream().anyMatch(part -> part.source().name().equals(file));
    }

    /** What stands at a pointer, if the path leads somewhere. */
    public Optional<Node> at(Pointer pointer) {
        return root.at(pointer);
    }

    /** Finds what a pointer names, as {@link Node#locate} does, in the text that decides about it. */
    public Where find(Pointer pointer) {
        List<Part> deciding = parts;
        Pointer path = Pointer.ROOT;
        for (String token : pointer.tokens()) {
            Pointer next = path.child(token);
            List<Part> further = deciding(deciding, next);
            if (further.isEmpty()) {
                break;
            }
            deciding = further;
            path = next;
        }
        Part first = deciding.get(0);
        return new Where(
                first.source(), first.root().locate(pointer), first.root().at(pointer));
    }

    /** Those that can set a value at a place: the first that has one, and if that is a mapping, all others that have a mapping there. */
    private static List<Part> deciding(List<Part> parts, Pointer place) {
        List<Part> found = new ArrayList<>();
        for (Part part : parts) {
            Optional<Node> node = part.root().at(place);
            if (node.isPresent()) {
                boolean mapping = node.get() instanceof Node.Mapping || isNothing(node.get());
                if (found.isEmpty() || mapping) {
                    found.add(part);
                }
                if (!mapping) {
                    break;
                }
            }
        }
        return found;
    }
}
