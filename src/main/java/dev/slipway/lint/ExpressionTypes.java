package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.source.Node;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds comparisons that are never true, properties of values without properties, and objects in strings. */
final class ExpressionTypes implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "expression-types";
    }

    @Override
    public String summary() {
        return "values are compared with values of the same type, and only strings, numbers and booleans become text";
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
                Scope scope = new Scope(file, file.jobAt(site.where()));
                tree.walk(node -> checkNode(scope, node, site, problems));
                checkLabels(scope, tree, site, problems);
                ValueType type = ValueType.of(tree, scope);
                boolean text = !site.whole() || site.where().last().equals("run");
                if (site.whole() && takesText(site.where().tokens()) && type.isCompound()) {
                    problems.add(site.problem(
                            "'" + Phrases.shortened(tree.source()) + "' is " + type.words()
                                    + ", and this key takes text",
                            "use one of its properties, or toJSON()"));
                } else if (text && (type.isCompound() || type == ValueType.NULL)) {
                    problems.add(site.problem(
                            "'" + Phrases.shortened(tree.source()) + "' is " + type.words()
                                    + ", which has no useful form as text",
                            "use one of its properties, or toJSON()"));
                }
            });
        }
        return problems;
    }

    /** Whether a key of a step is none to whose value GitHub gives another meaning than that of a text. */
    private static boolean takesText(List<String> path) {
        boolean inStep =
                path.size() > 4 && path.get(0).equals("jobs") && path.get(2).equals("steps");
        if (!inStep) {
            return false;
        }
        String key = path.get(path.size() - 1);
        String above = path.get(path.size() - 2);
        return path.size() == 5 && (key.equals("name") || key.equals("working-directory"))
                || path.size() == 6 && (above.equals("env") || above.equals("with"));
    }

    /** A runner is asked for by a label, by a list of labels, or by a mapping of a group and labels. */
    private static void checkLabels(Scope scope, Expression tree, ExpressionSite site, List<Problem> problems) {
        List<String> path = site.where().tokens();
        if (!site.whole() || path.size() < 3 || !path.get(2).equals("runs-on")) {
            return;
        }
        boolean one = path.size() > 3 && !path.get(path.size() - 1).equals("labels");
        List<Node> values = Reference.of(tree).map(scope::valuesInMatrix).orElse(List.of());
        boolean wrong = values.stream().anyMatch(value -> one ? !isLabel(value) : !asksForRunner(value, path.size()));
        if (wrong) {
            problems.add(site.problem(
                    "'" + Phrases.shortened(tree.source()) + "' is a list or a mapping, but a runner needs a label",
                    one
                            ? "write a label in each row of the matrix"
                            : "write a label or a list of labels in each row of the matrix"));
        }
    }

    private static boolean isLabel(Node value) {
        return value instanceof Node.Scalar;
    }

    private static boolean asksForRunner(Node value, int depth) {
        return value.fold(
                mapping -> depth == 3
                        && Set.of("group", "labels")
                                .containsAll(mapping.entries().keySet()),
                list -> list.items().stream().allMatch(ExpressionTypes::isLabel),
                label -> true);
    }

    private static void checkNode(Scope scope, Expression node, ExpressionSite site, List<Problem> problems) {
        if (node instanceof Expression.Property property) {
            ValueType type = ValueType.of(property.of(), scope);
            if (type.isScalar()) {
                problems.add(site.problem(
                        "'" + property.of().source() + "' is " + type.words() + " and has no property '"
                                + property.name() + "'",
                        ""));
            }
        }
        if (node instanceof Expression.Binary binary) {
            switch (binary.operator()) {
                case EQUAL, NOT_EQUAL -> checkEquality(scope, binary, site, problems);
                case AND, OR -> {}
                default -> checkOrder(scope, binary, site, problems);
            }
        }
    }

    private static void checkEquality(
            Scope scope, Expression.Binary binary, ExpressionSite site, List<Problem> problems) {
        ValueType left = ValueType.of(binary.left(), scope);
        ValueType right = ValueType.of(binary.right(), scope);
        Expression truth = left == ValueType.BOOLEAN ? binary.left() : binary.right();
        Expression text = left == ValueType.BOOLEAN ? binary.right() : binary.left();
        boolean mixed = ValueType.of(truth, scope) == ValueType.BOOLEAN && ValueType.of(text, scope) == ValueType.TEXT;
        if (mixed
                && !(text instanceof Expression.Literal)
                && truth instanceof Expression.Literal literal
                && !literal.source().equals("false")) {
            problems.add(site.problem(
                    "'" + text.source() + "' is a string, which never equals " + truth.source(),
                    "compare it with '" + truth.source() + "' in quotes"));
        } else if (mixed
                && text instanceof Expression.Literal literal
                && literal.value().matches("\\D.*")) {
            problems.add(site.problem(
                    "'" + Phrases.shortened(truth.source()) + "' is a boolean, which never equals the string "
                            + text.source(),
                    "compare it without quotes, or omit the comparison"));
        } else if (left.isCompound() && right.isScalar() || right.isCompound() && left.isScalar()) {
            problems.add(site.problem(
                    "'" + Phrases.shortened(binary.source()) + "' compares " + left.words() + " with " + right.words(),
                    ""));
        }
    }

    private static void checkOrder(Scope scope, Expression.Binary binary, ExpressionSite site, List<Problem> problems) {
        for (Expression side : binary.children()) {
            ValueType type = ValueType.of(side, scope);
            if (type.isCompound() || type == ValueType.NULL) {
                problems.add(site.problem(
                        "'" + Phrases.shortened(binary.source()) + "' compares " + type.words()
                                + ", which has no order",
                        ""));
            }
        }
    }
}
