package dev.slipway;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the places where a config writes a word. */
record Mentions(Node document) {
    /** @param keys whether the word means what is looked for behind these keys */
    List<Pointer> places(String word, Predicate<List<String>> keys) {
        return texts(document, Pointer.ROOT)
                .filter(place -> behind(place, keys))
                .filter(place -> document.at(place)
                        .map(node -> node.fold(mapping -> "", sequence -> "", Node.Scalar::text))
                        .filter(word::equalsIgnoreCase)
                        .isPresent())
                .toList();
    }

    /** The words behind some keys. */
    Set<String> words(Predicate<List<String>> keys) {
        return texts(document, Pointer.ROOT)
                .filter(place -> behind(place, keys))
                .flatMap(place -> document.at(place).stream())
                .map(node -> node.fold(mapping -> "", sequence -> "", Node.Scalar::text))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A document that is a single word, or empty, has no keys. */
    private static boolean behind(Pointer place, Predicate<List<String>> keys) {
        return !place.tokens().isEmpty() && keys.test(place.tokens());
    }

    private static Stream<Pointer> texts(Node node, Pointer here) {
        return node.fold(
                mapping -> mapping.entries().values().stream()
                        .flatMap(entry -> texts(entry.value(), here.child(entry.key()))),
                sequence -> {
                    List<Pointer> found = new ArrayList<>();
                    for (int i = 0; i < sequence.items().size(); i++) {
                        texts(sequence.items().get(i), here.child(i)).forEach(found::add);
                    }
                    return found.stream();
                },
                scalar -> Stream.of(here));
    }
}
