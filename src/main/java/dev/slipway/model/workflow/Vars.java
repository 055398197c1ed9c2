package dev.slipway.model.workflow;

/**
 * The {@code vars} context: the configuration variables of the repository, its organization or an environment.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#vars-context">vars</a>
 */
public final class Vars {
    private Vars() {}

    /** A variable; empty if it is not set. */
    public static Expr<String> named(String name) {
        return Expr.of("vars", name);
    }
}
