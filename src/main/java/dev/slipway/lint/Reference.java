package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
        if (expression instanceof Expression.Context context) {
            return Optional.of(new Reference(context.name().toLowerCase(Locale.ROOT), List.of()));
        }
        if (expression instanceof Expression.Property property) {
            return of(property.of()).map(reference -> reference.child(property.name()));
        }
        if (expression instanceof Expression.Star star) {
            return of(star.of()).map(reference -> reference.child("*"));
        }
        if (expression instanceof Expression.Index index) {
            return of(index.of()).map(reference -> reference.child(fixed(index.index())));
        }
        return Optional.empty();
    }

    private static String fixed(Expression index) {
        return index instanceof Expression.Literal literal && literal.isText() ? literal.value() : "?";
    }

    private Reference child(String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return new Reference(context, longer);
    }

    /** The name at a depth below the context, if one is fixed there. */
    Optional<String> name(int depth) {
        return depth < path.size()
                        && !path.get(depth).equals("*")
                        && !path.get(depth).equals("?")
                ? Optional.of(path.get(depth))
                : Optional.empty();
    }

    /** The path in lower case with dots, such as {@code github.event.issue.title}. */
    String dotted() {
        return (context + (path.isEmpty() ? "" : "." + String.join(".", path))).toLowerCase(Locale.ROOT);
    }

    /** The context and the path in lower case. */
    List<String> lowerCasePath() {
        return Stream.concat(Stream.of(context), path.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }
}
