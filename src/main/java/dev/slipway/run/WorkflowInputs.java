package dev.slipway.run;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Trigger;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import dev.slipway.model.workflow.WorkflowDispatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inputs that a workflow asks for when it is started by hand or called.
 *
 * @param inputs none for other events
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs">Inputs</a>
 */
public record WorkflowInputs(Map<String, Input> inputs) {
    public WorkflowInputs {
        inputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** Those that an event asks for, such as {@code workflow_dispatch}. */
    public static WorkflowInputs of(Workflow workflow, String event) {
        Map<String, Input> all = new LinkedHashMap<>();
        for (Trigger trigger : workflow.on()) {
            if (trigger instanceof WorkflowDispatch dispatch && event.equals("workflow_dispatch")) {
                all.putAll(dispatch.inputs());
            } else if (trigger instanceof WorkflowCall call && event.equals("workflow_call")) {
                all.putAll(call.inputs());
            }
        }
        return new WorkflowInputs(all);
    }

    /** What GitHub refuses of the values that a person gives, each with what to write instead. */
    public List<String> problems(Map<String, String> given) {
        List<String> all = new ArrayList<>();
        given.forEach((name, value) -> named(name)
                .ifPresentOrElse(
                        input -> wrong(name, input, value).ifPresent(all::add),
                        () -> all.add("--input " + name + ": "
                                + (inputs.isEmpty()
                                        ? "the workflow has no inputs for this event"
                                        : "the inputs are " + String.join(", ", inputs.keySet())))));
        inputs.forEach((name, input) -> {
            if (input.required()
                    && input.fallback().isEmpty()
                    && value(name, given).orElse("").isEmpty()) {
                all.add("the workflow needs the input '" + name + "': write --input " + name + "="
                        + (input.options().isEmpty() ? "VALUE" : String.join("|", input.options())));
            }
        });
        return all;
    }

    private Optional<Input> named(String name) {
        return inputs.entrySet().stream()
                .filter(input -> input.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> value(String name, Map<String, String> given) {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> wrong(String name, Input input, String value) {
        return switch (input.type()) {
            case "boolean" ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : Optional.of("--input " + name + "=" + value + ": it must be true or false");
            case "number" ->
                Double.isNaN(Data.of(value).number()) || value.isBlank()
                        ? Optional.of("--input " + name + "=" + value + ": it must be a number")
                        : Optional.empty();
            case "choice" ->
                input.options().contains(value)
                        ? Optional.empty()
                        : Optional.of("--input " + name + "=" + value + ": it must be one of "
                                + String.join(", ", input.options()));
            default -> Optional.empty();
        };
    }

    /** The values of all inputs: what is given, else the defaults. Of a choice without a default, the form shows the first. */
    public Map<String, Data> values(Map<String, String> given) {
        Map<String, Data> all = new LinkedHashMap<>();
        inputs.forEach((name, input) -> all.put(
                name,
                value(name, given)
                        .map(text -> typed(input, Data.of(text)))
                        .orElseGet(() -> input.fallback()
                                .map(value -> typed(input, new Values(Contexts.NOTHING).of(value)))
                                .orElse(nothing(input)))));
        return all;
    }

    private static Data typed(Input input, Data value) {
        return switch (input.type()) {
            case "boolean" ->
                value instanceof Data.Bool ? value : Data.of(value.text().equals("true"));
            case "number" -> Data.of(value.number());
            default -> Data.of(value.text());
        };
    }

    private static Data nothing(Input input) {
        return switch (input.type()) {
            case "boolean" -> Data.FALSE;
            case "choice" -> Data.of(input.options().stream().findFirst().orElse(""));
            default -> Data.EMPTY;
        };
    }
}
