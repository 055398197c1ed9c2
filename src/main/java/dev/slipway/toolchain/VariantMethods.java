package dev.slipway.toolchain;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Run;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The methods by which the variants of a job are built, such as {@code cross}. Each needs steps of its own.
 *
 * @param words each method once, the empty word for the toolchain's own; at least one
 * @param column the method of the variant at hand; only if there are several
 */
public record VariantMethods(List<String> words, Expr<String> column) {
    public VariantMethods {
        words = List.copyOf(words);
    }

    /** Whether any variant is built by such a method. */
    public boolean any(Predicate<String> method) {
        return words.stream().anyMatch(method);
    }

    /** The step, for the variants that are built by such a method; without a condition if all are. */
    public Stream<Run> only(Predicate<String> method, Run step) {
        List<String> chosen = words.stream().filter(method).toList();
        if (chosen.size() == words.size() || chosen.isEmpty()) {
            return chosen.isEmpty() ? Stream.empty() : Stream.of(step);
        }
        return Stream.of(
                step.when(chosen.stream().map(column::eq).reduce(Expr::or).orElseThrow()));
    }
}
