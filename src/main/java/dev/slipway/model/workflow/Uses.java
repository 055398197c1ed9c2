package dev.slipway.model.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step that runs an action. */
public record Uses(Common common, ActionRef action, Map<String, Value> inputs) implements Step {
    public Uses {
        inputs = Ordered.copy(inputs);
    }

    public static Uses action(String name, ActionRef action) {
        return new Uses(Common.named(Optional.of(Text.of(name))), action, Map.of());
    }

    public Uses with(String input, Value value) {
        return new Uses(common, action, Ordered.with(inputs, input, value));
    }

    public Uses with(String input, String value) {
        return with(input, Value.of(value));
    }

    public Uses with(String input, boolean value) {
        return with(input, Value.of(value));
    }

    public Uses with(String input, long value) {
        return with(input, Value.of(value));
    }

    public Uses with(String input, Expr<?> value) {
        return with(input, Value.of(value));
    }

    public Uses env(String key, Value value) {
        return with(common.withEnv(key, value));
    }

    public Uses env(String key, Expr<String> value) {
        return env(key, Value.of(value));
    }

    public Uses env(String key, String value) {
        return env(key, Value.of(value));
    }

    /** The id that expressions refer to. */
    public Uses id(String id) {
        return with(common.withId(id));
    }

    public Uses when(Expr<Boolean> condition) {
        return with(common.when(condition));
    }

    /** Lets the job continue if the action fails. */
    public Uses mayFail() {
        return with(common.mayFail());
    }

    /** Stops the step after this time; by default, only the limit of the job applies. */
    public Uses timeoutMinutes(int minutes) {
        return with(common.withTimeout(minutes));
    }

    public Uses comment(String comment) {
        return with(common.withComment(comment));
    }

    @Override
    public Uses with(Common other) {
        return new Uses(other, action, inputs);
    }

    @Override
    public List<Expr<?>> expressions() {
        Expressions found = new Expressions();
        common.expressions().forEach(found::add);
        found.addAll(inputs.values());
        return found.list();
    }
}
