package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.model.expression.InvalidExpression;
import dev.slipway.model.expression.Template;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The name of an artifact as far as the file tells it.
 *
 * @param text the name; what only a run can tell still stands in it as an expression
 * @param isKnown whether every run of one workflow agrees about those expressions
 * @param isLiteral whether there are none
 */
record ArtifactName(String text, boolean isKnown, boolean isLiteral) {
    /** Contexts that have the same values in all jobs of a run. */
    private static final Set<String> SAME_EVERYWHERE = Set.of("github", "inputs", "vars", "secrets");

    private static final Set<String> VARIABLE_FUNCTIONS =
            Set.of("hashfiles", "success", "failure", "always", "cancelled");

    /** Puts the values of a row of the matrix into a name. */
    static ArtifactName of(String pattern, Map<String, Node> row) {
        StringBuilder text = new StringBuilder();
        boolean known = true;
        boolean literal = true;
        int from = 0;
        try {
            for (Template.Code code : Template.of(pattern).codes()) {
                text.append(pattern, from, code.start());
                from = code.end();
                ExpressionSite site = ExpressionSite.of(Pointer.ROOT, code.source(), false);
                Optional<String> value = site.tree().flatMap(tree -> value(tree, row));
                text.append(value.orElse(
                        "${{ " + site.tree().map(Expression::source).orElse(code.source()) + " }}"));
                known &= value.isPresent() || isSameEverywhere(site);
                literal &= value.isPresent();
            }
        } catch (InvalidExpression unclosed) {
            return new ArtifactName(pattern, false, false);
        }
        return new ArtifactName(text.append(pattern.substring(from)).toString(), known, literal);
    }

    private static Optional<String> value(Expression tree, Map<String, Node> row) {
        Optional<Reference> reference =
                Reference.of(tree).filter(found -> found.context().equals("matrix") && !row.isEmpty());
        if (reference.isEmpty() || reference.get().name(0).isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> here = row.entrySet().stream()
                .filter(column ->
                        column.getKey().equalsIgnoreCase(reference.get().path().get(0)))
                .map(Map.Entry::getValue)
                .findFirst();
        for (String name :
                reference.get().path().subList(1, reference.get().path().size())) {
            here = here.flatMap(node -> node.child(name));
        }
        return here.map(node -> node.fold(mapping -> "Object", list -> "Array", scalar -> scalar.text()))
                .or(() -> Optional.of(""));
    }

    private static boolean isSameEverywhere(ExpressionSite site) {
        boolean[] same = {site.tree().isPresent()};
        site.tree()
                .ifPresent(tree -> tree.walk(node -> {
                    same[0] &= !(node instanceof Expression.Context context
                            && !SAME_EVERYWHERE.contains(context.name().toLowerCase(Locale.ROOT)));
                    same[0] &= !(node instanceof Expression.Call call
                            && VARIABLE_FUNCTIONS.contains(call.function().toLowerCase(Locale.ROOT)));
                }));
        return same[0]
                && site.references().stream()
                        .noneMatch(reference -> reference.dotted().equals("github.job"));
    }
}
