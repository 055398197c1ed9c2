package dev.slipway.model.workflow;

import java.util.List;
import java.util.Optional;

/**
 * A value that a workflow is started with.
 *
 * @param type {@code string}, {@code boolean}, {@code number}; by hand also {@code choice} and {@code environment}
 * @param fallback the value where none is given
 * @param options what a {@code choice} offers
 */
public record Input(
        Optional<String> description, String type, boolean required, Optional<Value> fallback, List<String> options) {
    public Input {
        options = List.copyOf(options);
    }
}
