package dev.slipway.model.expression;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known at a place of a workflow.
 *
 * @param contexts the contexts by their names, such as {@code github}; one that is not there is open
 * @param functions functions that only the place can answer, such as {@code success} and {@code hashFiles}, by their names
 *     in lower case; one that is not there is open
 */
public record Scope(Map<String, Data> contexts, Map<String, Function<List<Data>, Data>> functions) {
    /** Knows nothing. */
    public static final Scope NOTHING = new Scope(Map.of(), Map.of());

    public Scope {
        contexts = Map.copyOf(contexts);
        functions = Map.copyOf(functions);
    }

    /** This scope with another context, or another value of one. */
    public Scope with(String context, Data value) {
        Map<String, Data> more = new java.util.LinkedHashMap<>(contexts);
        more.put(context, value);
        return new Scope(more, functions);
    }

    /** This scope with other functions of the place. */
    public Scope with(Map<String, Function<List<Data>, Data>> others) {
        return new Scope(contexts, others);
    }
}
