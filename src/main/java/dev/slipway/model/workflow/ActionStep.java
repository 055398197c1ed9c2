package dev.slipway.model.workflow;

import java.util.List;

/**
 * A step that runs an action whose inputs and outputs are methods, so a misspelled one does not compile. The classes
 * of {@code dev.slipway.action} are such steps, and {@code slipway action-class} writes one for any action.
 *
 * @param <S> the step itself
 */
public abstract class ActionStep<S extends ActionStep<S>> {
    private final Uses uses;
    private final List<String> required;

    /**
     * @param uses the step so far
     * @param required the inputs that the action requires
     */
    protected ActionStep(Uses uses, List<String> required) {
        this.uses = uses;
        this.required = List.copyOf(required);
    }

    /** The same kind of step, with this content. */
    protected abstract S copy(Uses further);

    /**
     * The step as a value of the model.
     *
     * @throws IllegalArgumentException if a required input is missing
     */
    public final Uses step() {
        List<String> missing = required.stream()
                .filter(input -> uses.inputs().keySet().stream().noneMatch(input::equalsIgnoreCase))
                .toList();
        if (!missing.isEmpty()) {
            String name = uses.common().name().map(Text::source).orElse("");
            throw new IllegalArgumentException("step '" + name + "' lacks '" + String.join("', '", missing)
                    + "', which " + uses.action().name() + " needs");
        }
        return uses;
    }

    /** Sets an input by its name, such as one that only another version has. */
    public final S with(String input, Value value) {
        return copy(uses.with(input, value));
    }

    public final S with(String input, String value) {
        return copy(uses.with(input, value));
    }

    public final S with(String input, boolean value) {
        return copy(uses.with(input, value));
    }

    public final S with(String input, long value) {
        return copy(uses.with(input, value));
    }

    public final S with(String input, Expr<?> value) {
        return copy(uses.with(input, value));
    }

    /**
     * The same action at another version.
     *
     * @param ref a commit, tag or branch
     * @param version the version of the commit, such as {@code v7.0.1}; may be empty
     */
    public final S at(String ref, String version) {
        ActionRef other = new ActionRef(uses.action().name(), ref, version);
        return copy(new Uses(uses.common(), other, uses.inputs()));
    }

    /** The id that expressions refer to. */
    public final S id(String id) {
        return copy(uses.id(id));
    }

    public final S when(Expr<Boolean> condition) {
        return copy(uses.when(condition));
    }

    public final S env(String key, Value value) {
        return copy(uses.env(key, value));
    }

    public final S env(String key, String value) {
        return copy(uses.env(key, value));
    }

    /** Lets the job continue if the action fails. */
    public final S mayFail() {
        return copy(uses.mayFail());
    }

    /** Stops the step after this time. */
    public final S timeoutMinutes(int minutes) {
        return copy(uses.timeoutMinutes(minutes));
    }

    /** A comment, printed above the step. */
    public final S comment(String comment) {
        return copy(uses.comment(comment));
    }

    /**
     * An output by its name, for the steps after this one and for the outputs of the job.
     *
     * @throws IllegalArgumentException if the step has no id
     */
    public final Expr<String> output(String name) {
        return uses.output(name);
    }
}
