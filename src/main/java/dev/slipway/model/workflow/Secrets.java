package dev.slipway.model.workflow;

/**
 * The {@code secrets} context.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#secrets-context">secrets</a>
 */
public final class Secrets {
    /** The token that every job gets; what it may do is what the job's permissions say. */
    public static final Expr<String> GITHUB_TOKEN = named("GITHUB_TOKEN");

    private Secrets() {}

    public static Expr<String> named(String name) {
        return Expr.of("secrets", name);
    }
}
