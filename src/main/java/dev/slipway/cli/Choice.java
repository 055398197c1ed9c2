package dev.slipway.cli;

import dev.slipway.source.Suggestion;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses an option whose values are the constants of an enum, as {@code toString} writes them. */
final class Choice {
    private Choice() {}

    static <E extends Enum<E>> ITypeConverter<E> of(Class<E> type) {
        List<E> choices = List.of(type.getEnumConstants());
        return word -> choices.stream()
                .filter(choice -> choice.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(message(word, choices)));
    }

    private static String message(String word, List<?> choices) {
        List<String> words = choices.stream().map(Object::toString).toList();
        String meant = Suggestion.nearest(word, words)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> "expected one of " + String.join(", ", words));
        return "unknown word '" + word + "', " + meant;
    }
}
