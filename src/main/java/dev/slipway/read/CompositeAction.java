package dev.slipway.read;

import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An action that is made of steps.
 *
 * @param inputs by name
 * @param outputs by name, computed from those of its steps
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax">Metadata syntax</a>
 */
public record CompositeAction(Map<String, Input> inputs, Map<String, Text> outputs, List<Step> steps) {
    public CompositeAction {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        steps = List.copyOf(steps);
    }
}
