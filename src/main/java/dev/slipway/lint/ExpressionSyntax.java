package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** Finds expressions that GitHub cannot read, and calls of functions that are not there or take other arguments. */
final class ExpressionSyntax implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "expression-syntax";
    }

    @Override
    public String summary() {
        return "expressions are valid, and call functions that exist with the right number of arguments";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (ExpressionSite site : file.expressions()) {
            if (!site.fault().isEmpty()) {
                problems.add(site.problem(
                        "cannot read the expression '" + Phrases.shortened(site.source()) + "': " + site.fault(), ""));
            }
            site.tree().ifPresent(tree -> tree.walk(node -> checkCall(node, site, problems)));
        }
        return problems;
    }

    private static void checkCall(Expression node, ExpressionSite site, List<Problem> problems) {
        if (node instanceof Expression.Call call) {
            Functions.faultOf(call).ifPresent(fault -> problems.add(site.problem(fault.message(), fault.help())));
        }
    }
}
