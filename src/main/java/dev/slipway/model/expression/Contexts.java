package dev.slipway.model.expression;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known at a place of a workflow.
 *
 * @param values the contexts by their names, such as {@code github}; one that is not there is open
 * @param functions functions that only the place can answer, such as {@code success} and {@code hashFiles}, by their names
 *     in lower case; one that is not there is open
 */
public record Contexts(Map<String, Data> values, Map<String, Function<List<Data>, Data>> functions) {
    /** Knows nothing. */
    public static final Contexts NOTHING = new Contexts(Map.of(), Map.of());

    public Contexts {
        values = Map.copyOf(values);
        functions = Map.copyOf(functions);
    }

    /** The same with another context, or another value of one. */
    public Contexts with(String context, Data value) {
        Map<String, Data> more = new java.util.LinkedHashMap<>(values);
        more.put(context, value);
        return new Contexts(more, functions);
    }

    /** The same with other functions of the place. */
    public Contexts with(Map<String, Function<List<Data>, Data>> others) {
        return new Contexts(values, others);
    }
}
