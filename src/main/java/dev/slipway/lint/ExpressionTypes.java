package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** Finds comparisons that never come true, properties of what has none, and objects put into a text. */
final class ExpressionTypes implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "expression-types";
    }

    @Override
    public String summary() {
        return "values are compared with their like, and only text, numbers and booleans end up in a text";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (ExpressionSite site : file.expressions()) {
            site.tree().ifPresent(tree -> {
                tree.walk(node -> checkNode(file, node, site, problems));
                ValueType type = ValueType.of(tree, file);
                boolean text = !site.whole() || site.where().last().equals("run");
                if (text && (type.isCompound() || type == ValueType.NULL)) {
                    problems.add(site.problem(
                            "'" + Phrases.shortened(tree.source()) + "' is " + type.words()
                                    + ", of which a text shows nothing useful",
                            "take a property of it, or toJSON()"));
                }
            });
        }
        return problems.stream().distinct().toList();
    }

    private static void checkNode(WorkflowFile file, Expression node, ExpressionSite site, List<Problem> problems) {
        if (node instanceof Expression.Property property) {
            ValueType type = ValueType.of(property.of(), file);
            if (type.isScalar()) {
                problems.add(site.problem(
                        "'" + property.of().source() + "' is " + type.words() + " and has no property '"
                                + property.name() + "'",
                        ""));
            }
        }
        if (node instanceof Expression.Binary binary) {
            switch (binary.operator()) {
                case EQUAL, NOT_EQUAL -> checkEquality(file, binary, site, problems);
                case AND, OR -> {}
                default -> checkOrder(file, binary, site, problems);
            }
        }
    }

    private static void checkEquality(
            WorkflowFile file, Expression.Binary binary, ExpressionSite site, List<Problem> problems) {
        ValueType left = ValueType.of(binary.left(), file);
        ValueType right = ValueType.of(binary.right(), file);
        Expression truth = left == ValueType.BOOLEAN ? binary.left() : binary.right();
        Expression text = left == ValueType.BOOLEAN ? binary.right() : binary.left();
        boolean mixed = ValueType.of(truth, file) == ValueType.BOOLEAN && ValueType.of(text, file) == ValueType.TEXT;
        if (mixed
                && !(text instanceof Expression.Literal)
                && truth instanceof Expression.Literal literal
                && !literal.source().equals("false")) {
            problems.add(site.problem(
                    "'" + text.source() + "' is a text, which never equals " + truth.source(),
                    "compare it with '" + truth.source() + "' in quotes"));
        } else if (mixed
                && text instanceof Expression.Literal literal
                && literal.value().matches("\\D.*")) {
            problems.add(site.problem(
                    "'" + Phrases.shortened(truth.source()) + "' is true or false, which never equals the text "
                            + text.source(),
                    "compare it without quotes, or leave the comparison out"));
        } else if (left.isCompound() && right.isScalar() || right.isCompound() && left.isScalar()) {
            problems.add(site.problem(
                    "'" + Phrases.shortened(binary.source()) + "' compares " + left.words() + " with " + right.words(),
                    ""));
        }
    }

    private static void checkOrder(
            WorkflowFile file, Expression.Binary binary, ExpressionSite site, List<Problem> problems) {
        for (Expression side : binary.children()) {
            ValueType type = ValueType.of(side, file);
            if (type.isCompound() || type == ValueType.NULL) {
                problems.add(site.problem(
                        "'" + Phrases.shortened(binary.source()) + "' puts " + type.words()
                                + " in order, which has none",
                        ""));
            }
        }
    }
}
