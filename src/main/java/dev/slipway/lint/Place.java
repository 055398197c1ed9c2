package dev.slipway.lint;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A value of a document together with the path to it, so that a rule can look at it and at everything below it, and point
 * at it. The places of a document are created once, and are the same for every rule.
 */
final class Place {
    /** A short mapping is searched from its start. */
    private static final int SHORT = 8;

    private static final Place[] NONE = {};

    private final Optional<Place> parent;
    private final Optional<Place> self = Optional.of(this);
    private final String name;
    private final Node node;
    private final Place[] places;
    private final List<Place> below;
    private final Map<String, Place> byKey;

    private Place(Optional<Place> parent, String name, Node node) {
        this.parent = parent;
        this.name = name;
        this.node = node;
        this.places = below(node);
        this.below = places.length == 0 ? List.of() : Arrays.asList(places);
        this.byKey = isMapping() && places.length > SHORT ? byKey(below) : Map.of();
    }

    private Place[] below(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Place[] values = new Place[mapping.entries().size()];
            int i = 0;
            for (Node.Entry entry : mapping.entries().values()) {
                values[i++] = new Place(self, entry.key(), entry.value());
            }
            return values;
        }
        if (node instanceof Node.Sequence sequence) {
            Place[] items = new Place[sequence.items().size()];
            for (int i = 0; i < items.length; i++) {
                items[i] = new Place(self, Integer.toString(i), sequence.items().get(i));
            }
            return items;
        }
        return NONE;
    }

    private static Map<String, Place> byKey(List<Place> places) {
        Map<String, Place> byKey = new HashMap<>(2 * places.size());
        places.forEach(place -> byKey.put(place.name, place));
        return byKey;
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
        Optional<Place> here = self;
        for (int i = 0; i < keys.length && here.isPresent(); i++) {
            here = here.get().at(keys[i]);
        }
        return here;
    }

    /** What is directly below. */
    Optional<Place> at(String key) {
        if (isSequence()) {
            return node.child(key).isPresent() ? places[Integer.parseInt(key)].self : Optional.empty();
        }
        if (places.length > SHORT) {
            Place place = byKey.get(key);
            return place == null ? Optional.empty() : place.self;
        }
        for (Place place : places) {
            if (place.name.equals(key)) {
                return place.self;
            }
        }
        return Optional.empty();
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
        return isSequence() ? below : List.of();
    }

    /** The values of a mapping, in the order of the text. */
    List<Place> entries() {
        return isMapping() ? below : List.of();
    }

    /** The values of a mapping below. */
    List<Place> entries(String... keys) {
        return at(keys).map(Place::entries).orElse(List.of());
    }

    /** The items of a list, or the single value in place of a list of one. */
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
        for (Place place : places) {
            place.walk(visitor);
        }
    }

    Problem problem(String message, String help) {
        return Problem.at(where(), message, help);
    }

    Problem keyProblem(String message, String help) {
        return Problem.at(where().key(), message, help);
    }
}
