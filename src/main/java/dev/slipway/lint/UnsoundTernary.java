package dev.slipway.lint;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Expression;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;

/** Finds <code>a &amp;&amp; b || c</code> where b is never true, so that c comes out always. */
final class UnsoundTernary implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "unsound-ternary";
    }

    @Override
    public String summary() {
        return "the value between '&&' and '||' is truthy";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        return file.expressions().stream()
                .flatMap(site -> site.parts().stream()
                        .filter(UnsoundTernary::isUnsound)
                        .map(node -> site.problem(
                                "'" + Phrases.shortened(node.source())
                                        + "' never gives the value after '&&', because that value is falsy",
                                "negate the condition, so that the other value comes first")))
                .toList();
    }

    private static boolean isUnsound(Expression node) {
        return node instanceof Expression.Binary or
                && or.operator() == Expression.Operator.OR
                && or.left() instanceof Expression.Binary and
                && and.operator() == Expression.Operator.AND
                && Folding.truth(and.right(), Contexts.NOTHING).equals(Optional.of(false));
    }
}
