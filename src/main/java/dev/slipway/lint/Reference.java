package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an expression takes from a context, such as {@code needs.build.outputs.version}.
 *
 * @param context the context in lower case
 * @param path the names below it as far as they are fixed; {@code *} stands for all of them, {@code ?} for a computed one
 */
record Reference(String context, List<String> path) {
    Reference {
        path = List.copyOf(path);
    }

    /** Everything that an expression takes from contexts, each by its longest path. */
    static List<Reference> in(Expression expression) {
        List<Reference> found = new ArrayList<>();
        collect(expression, found);
        return found;
    }

    private static void collect(Expression expression, List<Reference> found) {
        Optional<Reference> whole = of(expression);
        whole.ifPresent(found::add);
        if (whole.isEmpty()) {
            for (Expression child : expression.children()) {
                collect(child, found);
            }
        } else {
            collectIndices(expression, found);
        }
    }

    private static void collectIndices(Expression chain, List<Reference> found) {
        if (chain instanceof Expression.Index index) {
            collect(index.index(), found);
        }
        if (!chain.children().isEmpty()) {
            collectIndices(chain.children().get(0), found);
        }
    }

    /** The reference that an expression is, if it is nothing but one. */
    static Optional<Reference> of(Expression expression) {
        List<String> path = new ArrayList<>(3);
        Expression here = expression;
        while (true) {
            if (here instanceof Expression.Property property) {
                path.add(property.name());
                here = property.of();
            } else if (here instanceof Expression.Star star) {
                path.add("*");
                here = star.of();
            } else if (here instanceof Expression.Index index) {
                path.add(fixed(index.index()));
                here = index.of();
            } else if (here instanceof Expression.Context context) {
                Collections.reverse(path);
                return Optional.of(new Reference(context.name().toLowerCase(Locale.ROOT), path));
            } else {
                return Optional.empty();
            }
        }
    }

    private static String fixed(Expression index) {
        return index instanceof Expression.Literal literal && literal.isText() ? literal.value() : "?";
    }

    /** The name at a depth below the context, if one is fixed there. */
    Optional<String> name(int depth) {
        return depth < path.size()
                        && !path.get(depth).equals("*")
                        && !path.get(depth).equals("?")
                ? Optional.of(path.get(depth))
                : Optional.empty();
    }

    /** Whether it is an input of an event, or something below one. */
    boolean isOfEventInputs() {
        return context.equals("github")
                && path.size() > 2
                && path.get(0).equalsIgnoreCase("event")
                && path.get(1).equalsIgnoreCase("inputs");
    }

    /** The path in lower case with dots, such as {@code github.event.issue.title}. */
    String dotted() {
        return (context + (path.isEmpty() ? "" : "." + String.join(".", path))).toLowerCase(Locale.ROOT);
    }

    /** The context and the path in lower case. */
    List<String> lowerCasePath() {
        String[] names = new String[path.size() + 1];
        names[0] = context;
        for (int i = 0; i < path.size(); i++) {
            names[i + 1] = path.get(i).toLowerCase(Locale.ROOT);
        }
        return List.of(names);
    }
}
