package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds conditions that come out the same every time. */
final class IfCondition implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "if-condition";
    }

    @Override
    public String summary() {
        return "a condition depends on something, and means what it seems to mean";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (ExpressionSite site : file.expressions()) {
            if (WorkflowFile.isCondition(site.where())) {
                check(site).ifPresent(problems::add);
            }
        }
        return problems.stream().distinct().toList();
    }

    private static Optional<Problem> check(ExpressionSite site) {
        if (!site.whole()) {
            return Optional.of(
                    site.problem(
                            "this condition is always true: text beside '${{ }}' makes it a text that is not empty",
                            "put all of it between the braces, or leave them out, and use no block scalar that ends in a line break"));
        }
        if (site.tree().filter(IfCondition::isConstant).isPresent()) {
            return Optional.of(site.problem("this condition is constant", "remove it, or what it guards"));
        }
        return site.tree().stream()
                .flatMap(IfCondition::truths)
                .filter(IfCondition::isTextOutput)
                .findFirst()
                .map(text -> site.problem(
                        "'" + text.source() + "' is a text, and the text 'false' counts as true",
                        "compare it: " + text.source() + " == 'true'"));
    }

    private static boolean isConstant(Expression tree) {
        boolean[] depends = {false};
        tree.walk(node -> depends[0] |= node instanceof Expression.Context
                || node instanceof Expression.Call call && Availability.isSpecial(call.function()));
        return !depends[0];
    }

    /** The operands whose truth decides, as they stand. */
    private static Stream<Expression> truths(Expression tree) {
        if (tree instanceof Expression.Not not) {
            return truths(not.operand());
        }
        boolean logical = tree instanceof Expression.Binary binary
                && (binary.operator() == Expression.Operator.AND || binary.operator() == Expression.Operator.OR);
        return logical ? tree.children().stream().flatMap(IfCondition::truths) : Stream.of(tree);
    }

    private static boolean isTextOutput(Expression tree) {
        return Reference.of(tree)
                .filter(reference -> List.of("steps", "needs").contains(reference.context()))
                .filter(reference ->
                        reference.path().size() == 3 && reference.path().get(1).equalsIgnoreCase("outputs"))
                .isPresent();
    }
}
