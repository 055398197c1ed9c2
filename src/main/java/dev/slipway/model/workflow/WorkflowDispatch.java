package dev.slipway.model.workflow;

import java.util.Map;

/** Lets a person start a workflow. */
public record WorkflowDispatch(Map<String, Input> inputs) implements Trigger {
    public WorkflowDispatch {
        inputs = Ordered.copy(inputs);
    }
}
