package dev.slipway.lint;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A value of a document together with the path to it, so that a rule can both look at it and point at it. */
record Place(Pointer where, Node node) {
    /** The same path to the very same value: what is below it is not looked at. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && place.node == node && place.where.equals(where);
    }

    @Override
    public int hashCode() {
        return where.hashCode();
    }

    /** What stands below, key by key. */
    Optional<Place> at(String... keys) {
        Optional<Place> here = Optional.of(this);
        for (String key : keys) {
            here = here.flatMap(place -> place.child(key));
        }
        return here;
    }

    private Optional<Place> child(String key) {
        return node.child(key).map(value -> new Place(where.child(key), value));
    }

    boolean has(String key) {
        return at(key).isPresent();
    }

    /** The key or index that leads here. */
    String name() {
        return where.last();
    }

    /** The content of a scalar; of anything else, and of nothing, empty. */
    String text() {
        return node.fold(
                mapping -> "", list -> "", scalar -> scalar.type() == Node.Scalar.Type.NULL ? "" : scalar.text());
    }

    /** The content of a scalar below. */
    String text(String... keys) {
        return at(keys).map(Place::text).orElse("");
    }

    boolean isScalar() {
        return node.fold(mapping -> false, list -> false, scalar -> true);
    }

    boolean isMapping() {
        return node.fold(mapping -> true, list -> false, scalar -> false);
    }

    boolean isSequence() {
        return node.fold(mapping -> false, list -> true, scalar -> false);
    }

    /** Whether nothing is written here. */
    boolean isNothing() {
        return node.fold(mapping -> false, list -> false, scalar -> scalar.type() == Node.Scalar.Type.NULL);
    }

    /** The items of a list. */
    List<Place> items() {
        return node.fold(
                mapping -> List.of(),
                list -> IntStream.range(0, list.items().size())
                        .mapToObj(i -> new Place(where.child(i), list.items().get(i)))
                        .toList(),
                scalar -> List.of());
    }

    /** The values of a mapping, in the order of the text. */
    List<Place> entries() {
        return node.fold(
                mapping -> mapping.entries().values().stream()
                        .map(entry -> new Place(where.child(entry.key()), entry.value()))
                        .toList(),
                list -> List.of(),
                scalar -> List.of());
    }

    /** The values of a mapping below. */
    List<Place> entries(String... keys) {
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
        items().forEach(item -> item.walk(visitor));
        entries().forEach(entry -> entry.walk(visitor));
    }

    Problem problem(String message, String help) {
        return Problem.at(where, message, help);
    }

    Problem keyProblem(String message, String help) {
        return Problem.at(where.key(), message, help);
    }
}
