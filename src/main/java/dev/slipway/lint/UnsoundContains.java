package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;

/** Finds <code>contains()</code> that looks for a name in a text, where parts of names match too. */
final class UnsoundContains implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "unsound-contains";
    }

    @Override
    public String summary() {
        return "'contains()' searches a list, not a string";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        return file.expressions().stream()
                .flatMap(site -> site.parts().stream()
                        .filter(UnsoundContains::isUnsound)
                        .map(node -> site.problem(
                                "'" + Phrases.shortened(node.source()) + "' also matches parts of names in the string",
                                "use contains(fromJSON('[\"a\", \"b\"]'), …) or compare with '=='")))
                .toList();
    }

    private static boolean isUnsound(Expression node) {
        return node instanceof Expression.Call call
                && call.function().equalsIgnoreCase("contains")
                && call.arguments().size() == 2
                && call.arguments().get(0) instanceof Expression.Literal text
                && text.isText()
                && Reference.of(call.arguments().get(1)).isPresent();
    }
}
