package dev.slipway.model.workflow;

/**
 * The {@code inputs} context: the values that a workflow was started or called with.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#inputs-context">inputs</a>
 */
public final class Inputs {
    private Inputs() {}

    /** An input of the type {@code string}, {@code choice} or {@code environment}. */
    public static Expr<String> text(String name) {
        return Expr.of("inputs", name);
    }

    /** An input of the type {@code boolean}. */
    public static Expr<Boolean> flag(String name) {
        return Expr.of("inputs", name);
    }
}
