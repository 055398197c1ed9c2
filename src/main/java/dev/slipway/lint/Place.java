package dev.slipway.lint;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A value of a document together with the path to it, so that a rule can both look at it and at what is below, and point
 * at it. The places of a document are made once, and are the same for every rule.
 */
final class Place {
    private final Optional<Place> parent;
    private final String name;
    private final Node node;
    private final Map<String, Place> entries;
    private final List<Place> items;

    private Place(Optional<Place> parent, String name, Node node) {
        this.parent = parent;
        this.name = name;
        this.node = node;
        Optional<Place> here = Optional.of(this);
        if (node instanceof Node.Mapping mapping) {
            Map<String, Place> below = new LinkedHashMap<>();
            for (Node.Entry entry : mapping.entries().values()) {
                below.put(entry.key(), new Place(here, entry.key(), entry.value()));
            }
            this.entries = below;
            this.items = List.of();
        } else if (node instanceof Node.Sequence sequence) {
            List<Place> below = new ArrayList<>(sequence.items().size());
            for (Node item : sequence.items()) {
                below.add(new Place(here, Integer.toString(below.size()), item));
            }
            this.entries = Map.of();
            this.items = Collections.unmodifiableList(below);
        } else {
            this.entries = Map.of();
            this.items = List.of();
        }
    }

    /** The places of a document, from its root. */
    static Place of(Node root) {
        return new Place(Optional.empty(), "", root);
    }

    Node node() {
        return node;
    }

    /** The path from the root. */
    Pointer where() {
        int depth = 0;
        for (Optional<Place> above = parent; above.isPresent(); above = above.get().parent) {
            depth++;
        }
        String[] tokens = new String[depth];
        Place here = this;
        while (depth > 0) {
            tokens[--depth] = here.name;
            here = here.parent.orElseThrow();
        }
        return new Pointer(List.of(tokens), false);
    }

    /** What is below, key by key; an item of a list has its index as key. */
    Optional<Place> at(String... keys) {
        Optional<Place> here = Optional.of(this);
        for (int i = 0; i < keys.length && here.isPresent(); i++) {
            here = here.get().child(keys[i]);
        }
        return here;
    }

    private Optional<Place> child(String key) {
        if (isSequence()) {
            return node.child(key).isPresent() ? Optional.of(items.get(Integer.parseInt(key))) : Optional.empty();
        }
        return Optional.ofNullable(entries.get(key));
    }

    boolean has(String key) {
        return at(key).isPresent();
    }

    /** The key or index that leads here. */
    String name() {
        return name;
    }

    /** The content of a scalar; of anything else, and of nothing, empty. */
    String text() {
        return node instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL ? scalar.text() : "";
    }

    /** The content of a scalar below. */
    String text(String... keys) {
        return at(keys).map(Place::text).orElse("");
    }

    boolean isScalar() {
        return node instanceof Node.Scalar;
    }

    boolean isMapping() {
        return node instanceof Node.Mapping;
    }

    boolean isSequence() {
        return node instanceof Node.Sequence;
    }

    /** Whether nothing is written here. */
    boolean isNothing() {
        return node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.NULL;
    }

    /** The items of a list. */
    List<Place> items() {
        return items;
    }

    /** The values of a mapping, in the order of the text. */
    Collection<Place> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /** The values of a mapping below. */
    Collection<Place> entries(String... keys) {
        return at(keys).map(Place::entries).orElse(List.of());
    }

    /** The items of a list, or the one value that stands for a list of one. */
    List<Place> oneOrMany() {
        if (isSequence()) {
            return items();
        }
        return isScalar() && !isNothing() ? List.of(this) : List.of();
    }

    /** Shows every scalar at and below this place. */
    void walk(Consumer<Place> visitor) {
        if (isScalar()) {
            visitor.accept(this);
        }
        for (Place item : items) {
            item.walk(visitor);
        }
        for (Place entry : entries.values()) {
            entry.walk(visitor);
        }
    }

    Problem problem(String message, String help) {
        return Problem.at(where(), message, help);
    }

    Problem keyProblem(String message, String help) {
        return Problem.at(where().key(), message, help);
    }
}
