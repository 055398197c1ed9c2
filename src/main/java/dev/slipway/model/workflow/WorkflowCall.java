package dev.slipway.model.workflow;

import java.util.Map;
import java.util.Optional;

/** Lets another workflow call this one. */
public record WorkflowCall(Map<String, Input> inputs, Map<String, Secret> secrets, Map<String, Output> outputs)
        implements Trigger {
    public WorkflowCall {
        inputs = Ordered.copy(inputs);
        secrets = Ordered.copy(secrets);
        outputs = Ordered.copy(outputs);
    }

    /** A secret that the caller passes. */
    public record Secret(Optional<String> description, boolean required) {}

    /** An output for the caller. */
    public record Output(Optional<String> description, Text value) {}
}
