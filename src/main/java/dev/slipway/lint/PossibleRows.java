package dev.slipway.lint;

import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.source.Node;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a job shows of its rows: the values of its matrix, and the systems of the runners that it requests.
 */
final class PossibleRows {
    private static final List<String> OS = List.of("runner", "os");
    private static final List<String> ARCH = List.of("runner", "arch");

    /** The systems and processors that any runner may have. */
    private static final Possibilities OF_ANY_RUNNER =
            Possibilities.of(OS, "Linux", "macOS", "Windows").and(Possibilities.of(ARCH, "X86", "X64", "ARM", "ARM64"));

    private final Aspect rows;

    private PossibleRows(Possibilities rows) {
        this.rows = new Aspect(rows);
    }

    static PossibleRows of(JobView job) {
        List<Map<String, Node>> rows = job.rows().orElse(List.of());
        if (rows.isEmpty()) {
            boolean computed = job.matrix().isPresent();
            return new PossibleRows(computed ? OF_ANY_RUNNER : runner(job, Contexts.NOTHING));
        }
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        boolean same = job.labels().stream().noneMatch(label -> label.text().contains("${{"));
        Possibilities ofAll = same ? runner(job, Contexts.NOTHING) : Possibilities.ANYTHING;
        return new PossibleRows(Possibilities.any(rows.stream()
                .map(row -> row(row, columns).and(same ? ofAll : runner(job, MatrixView.contexts(row))))));
    }

    /** What is known of the paths that are asked for, row by row. */
    Possibilities of(Collection<List<String>> asked) {
        return rows.only(asked);
    }

    /** A column that a row lacks is empty in it. */
    private static Possibilities row(Map<String, Node> row, Set<String> columns) {
        Map<List<String>, Data> values = new LinkedHashMap<>();
        for (String column : columns) {
            Data value = Optional.ofNullable(row.get(column)).map(Folding::data).orElse(Data.NULL);
            values.put(List.of("matrix", column.toLowerCase(Locale.ROOT)), value);
        }
        return values.isEmpty() ? Possibilities.ANYTHING : new Possibilities(List.of(values));
    }

    private static Possibilities runner(JobView job, Contexts row) {
        return job.labels().stream()
                .flatMap(label -> Folding.text(label.text(), row).stream())
                .filter(Data::known)
                .flatMap(label -> Runners.standard().find(label.text()).stream())
                .map(runner -> Possibilities.of(OS, os(runner)).and(Possibilities.of(ARCH, arch(runner))))
                .reduce(Possibilities::or)
                .orElse(OF_ANY_RUNNER);
    }

    private static String os(Runner runner) {
        return switch (runner.os()) {
            case "linux" -> "Linux";
            case "macos" -> "macOS";
            default -> "Windows";
        };
    }

    private static String arch(Runner runner) {
        return runner.architecture().equals("arm64") ? "ARM64" : "X64";
    }
}
