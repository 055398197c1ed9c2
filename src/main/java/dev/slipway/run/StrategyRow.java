package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the strategy of a job; a job without a matrix has one.
 *
 * @param matrix its values
 * @param own those of them that it is called by
 * @param contexts {@code matrix} and {@code strategy}; none if only a run can tell the rows
 * @param certain whether it is known that there is such a row
 */
record StrategyRow(Map<String, Data> matrix, Map<String, Data> own, Map<String, Data> contexts, boolean certain) {
    private static final int LONGEST_NAME = 100;

    static List<StrategyRow> of(Optional<Strategy> strategy, Values values) {
        Optional<MatrixRows.Rows> known = strategy.flatMap(Strategy::matrix)
                .map(matrix -> MatrixRows.of(matrix, values))
                .orElse(Optional.of(new MatrixRows.Rows(List.of(), true)));
        if (known.isEmpty()) {
            return List.of(new StrategyRow(Map.of(), Map.of(), Map.of(), false));
        }
        List<MatrixRows.Row> rows = known.get().rows();
        boolean certain = known.get().certain();
        int total = Math.max(1, rows.size());
        Data most = strategy.flatMap(Strategy::maxParallel)
                .map(number -> values.number("max-parallel", number))
                .filter(number -> !number.known() || number.number() > 0)
                .orElse(Data.of(total));
        List<StrategyRow> all = new ArrayList<>();
        for (int i = 0; i < total; i++) {
            Data context = new Data.Dict(
                    Map.of(
                            "fail-fast", Data.of(failFast(strategy, values)),
                            "job-index", Data.of(i),
                            "job-total", Data.of(total),
                            "max-parallel", most),
                    certain);
            if (rows.isEmpty()) {
                all.add(new StrategyRow(Map.of(), Map.of(), Map.of("matrix", Data.NULL, "strategy", context), certain));
            } else {
                MatrixRows.Row row = rows.get(i);
                Data own = new Data.Dict(row.values(), row.complete());
                all.add(new StrategyRow(row.values(), row.own(), Map.of("matrix", own, "strategy", context), certain));
            }
        }
        return all;
    }

    /** Whether a row that fails ends the others. */
    static boolean failFast(Optional<Strategy> strategy, Values values) {
        return values.flag("fail-fast", strategy.flatMap(Strategy::failFast), true);
    }

    /** What is known inside of it. */
    Contexts in(Contexts known) {
        Map<String, Data> all = new LinkedHashMap<>(known.values());
        all.putAll(contexts);
        return new Contexts(all, known.functions(), known.refused());
    }

    /** What GitHub calls it: a name with expressions as it is, any other with the values of the row after it. */
    String name(Job job, Values values) {
        Optional<String> computed =
                job.name().filter(name -> !name.expressions().isEmpty()).map(values::text);
        if (computed.filter(name -> !name.isBlank()).isPresent()) {
            return computed.get();
        }
        String plain = computed.isPresent()
                ? job.id()
                : job.name().map(values::text).filter(name -> !name.isBlank()).orElse(job.id());
        List<String> words = own.values().stream()
                .flatMap(StrategyRow::leaves)
                .map(Data::text)
                .filter(word -> !word.isEmpty())
                .toList();
        String name = words.isEmpty() ? plain : plain + " (" + String.join(", ", words) + ")";
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 3) + "..." : name;
    }

    private static Stream<Data> leaves(Data value) {
        if (value instanceof Data.Dict dictionary) {
            return dictionary.values().values().stream().flatMap(StrategyRow::leaves);
        }
        return value instanceof Data.Arr list ? list.items().stream().flatMap(StrategyRow::leaves) : Stream.of(value);
    }
}
