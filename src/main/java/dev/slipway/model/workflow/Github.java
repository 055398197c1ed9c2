package dev.slipway.model.workflow;

/**
 * The properties of the {@code github} context that every event has.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context">github</a>
 */
public final class Github {
    public static final Expr<String> ACTOR = Expr.of("github", "actor");
    public static final Expr<String> EVENT_NAME = Expr.of("github", "event_name");
    public static final Expr<String> REF = Expr.of("github", "ref");
    public static final Expr<String> REF_NAME = Expr.of("github", "ref_name");
    public static final Expr<String> REPOSITORY = Expr.of("github", "repository");
    public static final Expr<String> SHA = Expr.of("github", "sha");
    public static final Expr<String> TOKEN = Expr.of("github", "token");
    public static final Expr<String> WORKFLOW = Expr.of("github", "workflow");

    private Github() {}

    /** A property of the event, such as {@code event("pull_request", "number")}; empty if the event does not have it. */
    public static Expr<String> event(String... path) {
        return Expr.<String>of("github", "event").property(path);
    }
}
