package dev.slipway.model.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What is known at a place of a workflow.
 *
 * @param values the contexts by their names, such as {@code github}; one that is not there is open
 * @param functions functions that only the place can answer, such as {@code success} and {@code hashFiles}, by their names
 *     in lower case; one that is not there is open
 * @param refused the names of the contexts that GitHub refuses at the place
 */
public record Contexts(
        Map<String, Data> values, Map<String, Function<List<Data>, Data>> functions, Set<String> refused) {
    /** Knows nothing. */
    public static final Contexts NOTHING = new Contexts(Map.of(), Map.of());

    public Contexts {
        values = Map.copyOf(values);
        functions = Map.copyOf(functions);
        refused = Set.copyOf(refused);
    }

    public Contexts(Map<String, Data> values, Map<String, Function<List<Data>, Data>> functions) {
        this(values, functions, Set.of());
    }

    /** The same with another context, or another value of one. */
    public Contexts with(String context, Data value) {
        Map<String, Data> more = new java.util.LinkedHashMap<>(values);
        more.put(context, value);
        return new Contexts(more, functions, refused);
    }

    /** The same with other functions of the place. */
    public Contexts with(Map<String, Function<List<Data>, Data>> others) {
        return new Contexts(values, others, refused);
    }

    /** The same at a place where GitHub refuses some contexts. */
    public Contexts without(Set<String> names) {
        return new Contexts(values, functions, names);
    }
}
