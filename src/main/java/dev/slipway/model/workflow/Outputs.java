package dev.slipway.model.workflow;

/**
 * The outputs of a step, to be wrapped by a record with a method for each: {@code record Metadata(Outputs of) { Expr<String>
 * tags() { return of.named("tags"); } }}.
 *
 * @param step the id of the step
 */
public record Outputs(String step) {
    public Expr<String> named(String output) {
        return Expr.of("steps", step, "outputs", output);
    }
}
