package dev.slipway.lint;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Expression;
import dev.slipway.source.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The name of an artifact as far as the file shows it.
 *
 * @param text the name; what only a run can tell is still in it as an expression
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
        if (!pattern.contains("${{")) {
            return new ArtifactName(pattern, true, true);
        }
        return Folding.text(pattern, MatrixView.contexts(row))
                .map(name -> new ArtifactName(name.text(), isSameEverywhere(name), name.known()))
                .orElse(new ArtifactName(pattern, false, false));
    }

    private static boolean isSameEverywhere(Data name) {
        List<Data> parts = name instanceof Data.Holed holed ? holed.parts() : List.of(name);
        return parts.stream().allMatch(part -> part.known() || isSameEverywhere(part.code()));
    }

    private static boolean isSameEverywhere(Expression open) {
        boolean[] same = {true};
        open.walk(node -> {
            same[0] &= !(node instanceof Expression.Context context
                    && !SAME_EVERYWHERE.contains(context.name().toLowerCase(Locale.ROOT)));
            same[0] &= !(node instanceof Expression.Call call
                    && VARIABLE_FUNCTIONS.contains(call.function().toLowerCase(Locale.ROOT)));
        });
        return same[0]
                && Reference.in(open).stream()
                        .noneMatch(reference -> reference.dotted().equals("github.job"));
    }
}
