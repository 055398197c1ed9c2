package dev.slipway.toolchain;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Run;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ways in which the variants of a job are built, which need steps of their own.
 *
 * @param words each way once; at least one
 * @param column what the variant at hand is built by; only where there are several
 */
public record Ways(List<String> words, Expr<String> column) {
    public Ways {
        words = List.copyOf(words);
    }

    /** Whether any variant is built this way. */
    public boolean any(Predicate<String> way) {
        return words.stream().anyMatch(way);
    }

    /** The step, for the variants that are built one of these ways; without a condition where all are. */
    public Stream<Run> only(Predicate<String> way, Run step) {
        List<String> chosen = words.stream().filter(way).toList();
        if (chosen.size() == words.size() || chosen.isEmpty()) {
            return chosen.isEmpty() ? Stream.empty() : Stream.of(step);
        }
        return Stream.of(
                step.when(chosen.stream().map(column::eq).reduce(Expr::or).orElseThrow()));
    }
}
