package dev.slipway.model.workflow;

import dev.slipway.model.expression.Expression;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The {@code secrets} context.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#secrets-context">secrets</a>
 */
public final class Secrets {
    private static final String TOKEN = "GITHUB_TOKEN";

    /** The token that every job gets; the permissions of the job apply to it. */
    public static final Expr<String> GITHUB_TOKEN = named(TOKEN);

    private Secrets() {}

    /** The secrets that a job reads, by name, without the token that every job has. */
    public static SortedSet<String> in(Job job) {
        SortedSet<String> names = new TreeSet<>();
        job.expressions()
                .forEach(expression -> expression.tree().walk(part -> name(part).ifPresent(names::add)));
        names.remove(TOKEN);
        return names;
    }

    private static Optional<String> name(Expression part) {
        return part instanceof Expression.Property property
                        && property.of() instanceof Expression.Context context
                        && context.name().equals("secrets")
                ? Optional.of(property.name())
                : Optional.empty();
    }

    /** A secret of the repository, its organization or an environment; empty if it is not set. */
    public static Expr<String> named(String name) {
        return Expr.of("secrets", name);
    }
}
