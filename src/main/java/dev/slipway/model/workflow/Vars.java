package dev.slipway.model.workflow;

/**
 * The {@code vars} context: what is set for the repository, its organization or an environment, and is no secret.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#vars-context">vars</a>
 */
public final class Vars {
    private Vars() {}

    /** A variable; empty where none is set. */
    public static Expr<String> named(String name) {
        return Expr.of("vars", name);
    }
}
