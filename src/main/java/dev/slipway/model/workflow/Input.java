package dev.slipway.model.workflow;

import java.util.List;
import java.util.Optional;

/**
 * An input of a workflow.
 *
 * @param type {@code string}, {@code boolean}, {@code number}; for a manual start also {@code choice} and {@code environment}
 * @param fallback the default value
 * @param options the values of a {@code choice}
 */
public record Input(
        Optional<String> description, String type, boolean required, Optional<Value> fallback, List<String> options) {
    public Input {
        options = List.copyOf(options);
    }
}
