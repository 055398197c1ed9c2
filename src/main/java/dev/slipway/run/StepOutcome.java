package dev.slipway.run;

import dev.slipway.model.expression.Data;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a step gave.
 *
 * @param message why it failed; empty if it did not
 * @param env variables that later steps of the job get; texts, of which parts may be open
 */
public record StepOutcome(Result result, String message, Map<String, Data> outputs, Map<String, Data> env) {
    public StepOutcome {
        outputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        env = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }

    public static StepOutcome success() {
        return new StepOutcome(Result.SUCCESS, "", Map.of(), Map.of());
    }

    public static StepOutcome success(Map<String, Data> outputs) {
        return new StepOutcome(Result.SUCCESS, "", outputs, Map.of());
    }

    /** Texts as the values of outputs and variables. */
    public static Map<String, Data> values(Map<String, String> texts) {
        Map<String, Data> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, Data.of(text)));
        return values;
    }

    public static StepOutcome failure(String message) {
        return new StepOutcome(Result.FAILURE, message, Map.of(), Map.of());
    }
}
