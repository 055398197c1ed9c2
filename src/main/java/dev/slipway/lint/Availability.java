package dev.slipway.lint;

import dev.slipway.source.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which contexts and special functions an expression may use, key by key.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability">Context availability</a>
 */
final class Availability {
    private static final String STATUS = " always() cancelled() success() failure()";
    private static final String RUN = "github inputs vars";
    private static final String JOB = RUN + " needs";
    private static final String LEG = JOB + " strategy matrix";
    private static final String RUNNER = LEG + " steps job runner env";
    private static final String STEP = RUNNER + " secrets hashFiles()";

    /** The first row that matches decides; a key without a row takes no expression. */
    private static final List<Row> TABLE = List.of(
            new Row("run-name", RUN),
            new Row("concurrency/**", RUN),
            new Row("env/**", RUN + " secrets"),
            new Row("on/workflow_call/inputs/*/default", RUN),
            new Row("on/workflow_call/outputs/*/value", RUN + " jobs"),
            new Row("jobs/*/name", LEG),
            new Row("jobs/*/if", JOB + STATUS),
            new Row("jobs/*/strategy/**", JOB),
            new Row("jobs/*/runs-on/**", LEG),
            new Row("jobs/*/timeout-minutes", LEG),
            new Row("jobs/*/cancel-timeout-minutes", LEG),
            new Row("jobs/*/continue-on-error", LEG),
            new Row("jobs/*/concurrency/**", LEG),
            new Row("jobs/*/environment/url", RUNNER),
            new Row("jobs/*/environment/**", LEG),
            new Row("jobs/*/env/**", LEG + " secrets"),
            new Row("jobs/*/outputs/*", RUNNER + " secrets"),
            new Row("jobs/*/defaults/run/*", LEG + " env"),
            new Row("jobs/*/container/credentials/*", LEG + " env secrets"),
            new Row("jobs/*/container/env/**", RUNNER + " secrets"),
            new Row("jobs/*/container/**", LEG),
            new Row("jobs/*/services/*/credentials/*", LEG + " env secrets"),
            new Row("jobs/*/services/*/env/**", RUNNER + " secrets"),
            new Row("jobs/*/services/**", LEG),
            new Row("jobs/*/snapshot/**", LEG),
            new Row("jobs/*/with/*", LEG),
            new Row("jobs/*/secrets/*", LEG + " secrets"),
            new Row("jobs/*/steps/*/if", RUNNER + " hashFiles()" + STATUS),
            new Row("jobs/*/steps/*/name", STEP),
            new Row("jobs/*/steps/*/run", STEP),
            new Row("jobs/*/steps/*/with/**", STEP),
            new Row("jobs/*/steps/*/env/**", STEP),
            new Row("jobs/*/steps/*/working-directory", STEP),
            new Row("jobs/*/steps/*/continue-on-error", STEP),
            new Row("jobs/*/steps/*/timeout-minutes", STEP));

    private static final Map<String, List<Row>> ROWS_BY_KEY = byKey();

    private static final Set<String> CONTEXTS = Set.of(
            "github",
            "inputs",
            "vars",
            "needs",
            "strategy",
            "matrix",
            "steps",
            "job",
            "runner",
            "env",
            "secrets",
            "jobs");
    private static final Set<String> SPECIAL_FUNCTIONS =
            Set.of("always", "cancelled", "success", "failure", "hashfiles");

    private Availability() {}

    private record Row(List<String> pattern, Set<String> words) {
        Row(String pattern, String words) {
            this(List.of(pattern.split("/")), Collections.unmodifiableSet(new TreeSet<>(List.of(words.split(" ")))));
        }

        boolean matches(List<String> path) {
            for (int i = 0; i < pattern.size(); i++) {
                if (pattern.get(i).equals("**")) {
                    return true;
                }
                if (i >= path.size()
                        || !pattern.get(i).equals("*") && !pattern.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return pattern.size() == path.size();
        }
    }

    private static Map<String, List<Row>> byKey() {
        Map<String, List<Row>> rows = new HashMap<>();
        TABLE.forEach(row -> rows.computeIfAbsent(key(row.pattern), key -> new ArrayList<>(1))
                .add(row));
        return rows;
    }

    /** The key of a workflow or of a job that a path leads through, which no pattern leaves open. */
    private static String key(List<String> path) {
        boolean inJob = path.size() > 2 && path.get(0).equals("jobs");
        return path.isEmpty() ? "" : path.get(inJob ? 2 : 0);
    }

    /** The contexts, and with parentheses the special functions, that an expression at a place may use. */
    static Set<String> at(Pointer where) {
        List<String> path = withoutParallel(where.tokens());
        for (Row row : ROWS_BY_KEY.getOrDefault(key(path), List.of())) {
            if (row.matches(path)) {
                return row.words();
            }
        }
        return Set.of();
    }

    /** Every context that exists. */
    static Set<String> contexts() {
        return new TreeSet<>(CONTEXTS);
    }

    static boolean isContext(String name) {
        return CONTEXTS.contains(name);
    }

    static boolean isSpecial(String function) {
        return SPECIAL_FUNCTIONS.contains(function.toLowerCase(Locale.ROOT));
    }

    /** Steps that run side by side are steps like any other. */
    private static List<String> withoutParallel(List<String> tokens) {
        if (tokens.size() <= 5) {
            return tokens;
        }
        List<String> path = new ArrayList<>(tokens);
        while (path.size() > 5 && path.get(2).equals("steps") && path.get(4).equals("parallel")) {
            path.subList(4, 6).clear();
        }
        return path;
    }
}
