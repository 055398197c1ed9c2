package dev.slipway.run;

import dev.slipway.model.expression.Data;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a step gave.
 *
 * @param message why it failed; empty where it did not
 * @param env variables that later steps of the job get
 */
public record StepOutcome(Result result, String message, Map<String, Data> outputs, Map<String, String> env) {
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

    public static StepOutcome failure(String message) {
        return new StepOutcome(Result.FAILURE, message, Map.of(), Map.of());
    }
}
