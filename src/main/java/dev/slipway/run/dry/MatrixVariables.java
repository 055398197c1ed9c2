package dev.slipway.run.dry;

import dev.slipway.source.Node;
import dev.slipway.source.Node.Entry;
import dev.slipway.source.Node.Mapping;
import dev.slipway.source.Node.Scalar;
import dev.slipway.source.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Variables that a job or a step takes from its matrix as a whole ({@code env: ${{ matrix.env }}}), written one by one.
 *
 * @param matrix the matrix of the job
 */
record MatrixVariables(Mapping matrix) {
    private static final Pattern WHOLE =
            Pattern.compile("\\$\\{\\{\\s*+matrix\\.([A-Za-z_][A-Za-z0-9_.-]*+)\\s*+\\}\\}");

    private static final String ENV = "env";

    /** The same workflow; variables of a matrix that only a run knows stay as they are. */
    static Node spread(Node workflow) {
        return changed(workflow, "jobs", jobs -> each(jobs, MatrixVariables::job));
    }

    private static Node job(Node job) {
        Optional<Mapping> matrix = job.child("strategy")
                .flatMap(strategy -> strategy.child("matrix"))
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast);
        if (matrix.isEmpty()) {
            return job;
        }
        MatrixVariables variables = new MatrixVariables(matrix.get());
        Node own = changed(job, ENV, variables::named);
        return changed(own, "steps", steps -> each(steps, step -> changed(step, ENV, variables::named)));
    }

    private Node named(Node env) {
        Matcher whole = WHOLE.matcher(env instanceof Scalar text ? text.text().strip() : "");
        if (!whole.matches()) {
            return env;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        names(List.of(whole.group(1).split("\\."))).forEach(name -> {
            String text = "${{ matrix." + whole.group(1) + "." + name + " }}";
            entries.put(name, new Entry(name, env.span(), new Scalar(Scalar.Type.TEXT, text, false, env.span())));
        });
        return entries.isEmpty() ? env : new Mapping(entries, env.span());
    }

    /** Those that any row has. */
    private Set<String> names(List<String> path) {
        Stream<Node> included = matrix.child("include").stream().flatMap(MatrixVariables::items);
        Stream<Node> axis = matrix.child(path.get(0)).stream()
                .flatMap(MatrixVariables::items)
                .map(item -> new Mapping(Map.of(path.get(0), new Entry(path.get(0), item.span(), item)), item.span()));
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(axis, included).forEach(row -> {
            Optional<Node> here = Optional.of(row);
            for (String token : path) {
                here = here.flatMap(node -> node.child(token));
            }
            here.ifPresent(found -> {
                if (found instanceof Mapping values) {
                    names.addAll(values.entries().keySet());
                }
            });
        });
        return names;
    }

    private static Stream<Node> items(Node node) {
        return node instanceof Sequence list ? list.items().stream() : Stream.empty();
    }

    private static Node each(Node all, UnaryOperator<Node> change) {
        if (all instanceof Sequence list) {
            return new Sequence(list.items().stream().map(change).toList(), list.span());
        }
        if (!(all instanceof Mapping mapping)) {
            return all;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        mapping.entries()
                .forEach((key, entry) ->
                        entries.put(key, new Entry(entry.key(), entry.keySpan(), change.apply(entry.value()))));
        return new Mapping(entries, mapping.span());
    }

    private static Node changed(Node node, String key, UnaryOperator<Node> change) {
        if (!(node instanceof Mapping mapping) || !mapping.entries().containsKey(key)) {
            return node;
        }
        Map<String, Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.computeIfPresent(
                key, (same, entry) -> new Entry(entry.key(), entry.keySpan(), change.apply(entry.value())));
        return new Mapping(entries, mapping.span());
    }
}
