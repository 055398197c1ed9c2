package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.source.Node;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kind of value that an expression gives, as far as the file shows it. */
enum ValueType {
    TEXT("a string"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("null"),
    LIST("a list"),
    OBJECT("an object"),
    ANY("anything");

    private static final Set<String> TRUTHS =
            Set.of("contains", "startswith", "endswith", "always", "cancelled", "success", "failure");
    private static final Set<String> TEXTS = Set.of("format", "join", "tojson", "hashfiles");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isScalar() {
        return this == TEXT || this == NUMBER || this == BOOLEAN;
    }

    boolean isCompound() {
        return this == LIST || this == OBJECT;
    }

    static ValueType of(Expression tree, Scope scope) {
        if (tree instanceof Expression.Literal literal) {
            return ofLiteral(literal);
        }
        if (tree instanceof Expression.Not) {
            return BOOLEAN;
        }
        if (tree instanceof Expression.Star) {
            return LIST;
        }
        if (tree instanceof Expression.Call call) {
            String name = call.function().toLowerCase(Locale.ROOT);
            return TRUTHS.contains(name) ? BOOLEAN : TEXTS.contains(name) ? TEXT : ANY;
        }
        if (tree instanceof Expression.Binary binary) {
            ValueType left = of(binary.left(), scope);
            boolean logical =
                    binary.operator() == Expression.Operator.AND || binary.operator() == Expression.Operator.OR;
            return !logical ? BOOLEAN : left == of(binary.right(), scope) ? left : ANY;
        }
        return Reference.of(tree)
                .map(reference -> ofReference(reference, scope))
                .orElse(ANY);
    }

    private static ValueType ofLiteral(Expression.Literal literal) {
        if (literal.isText()) {
            return TEXT;
        }
        return switch (literal.source()) {
            case "true", "false" -> BOOLEAN;
            case "null" -> NULL;
            default -> NUMBER;
        };
    }

    private static ValueType ofReference(Reference reference, Scope scope) {
        if (reference.path().isEmpty()) {
            return OBJECT;
        }
        if (reference.path().contains("*")) {
            return LIST;
        }
        return switch (reference.context()) {
            case "env", "vars", "secrets", "runner" -> reference.path().size() == 1 ? TEXT : ANY;
            case "github" -> ofGithub(reference);
            case "steps", "needs", "jobs" -> ofResults(reference);
            case "inputs" ->
                reference.path().size() == 1 ? ofInput(reference.path().get(0), scope) : ANY;
            case "matrix" -> ofMatrix(scope.valuesInMatrix(reference));
            default -> ANY;
        };
    }

    /** Only what no row has as a single value: the others may be any value of a row. */
    private static ValueType ofMatrix(List<Node> values) {
        if (values.isEmpty()) {
            return ANY;
        }
        return values.stream().allMatch(Node.Sequence.class::isInstance)
                ? LIST
                : values.stream().allMatch(Node.Mapping.class::isInstance) ? OBJECT : ANY;
    }

    private static ValueType ofGithub(Reference reference) {
        boolean event = reference.path().get(0).equalsIgnoreCase("event");
        if (event) {
            return reference.isOfEventInputs() && reference.path().size() == 3
                    ? TEXT
                    : reference.path().size() == 1 ? OBJECT : ANY;
        }
        return reference.path().size() == 1
                        && reference.name(0).isPresent()
                        && !reference.path().get(0).equalsIgnoreCase("ref_protected")
                ? TEXT
                : ANY;
    }

    private static ValueType ofResults(Reference reference) {
        boolean outputs = reference.path().size() > 1 && reference.path().get(1).equalsIgnoreCase("outputs");
        return switch (reference.path().size()) {
            case 1 -> OBJECT;
            case 2 -> outputs ? OBJECT : reference.name(1).isPresent() ? TEXT : ANY;
            case 3 -> outputs ? TEXT : ANY;
            default -> ANY;
        };
    }

    private static ValueType ofInput(String name, Scope scope) {
        List<ValueType> types = scope.file().inputs(name).stream()
                .map(input -> switch (input.text("type")) {
                    case "boolean" -> BOOLEAN;
                    case "number" -> NUMBER;
                    case "", "string", "choice", "environment" -> TEXT;
                    default -> ANY;
                })
                .distinct()
                .toList();
        return types.size() == 1 ? types.get(0) : ANY;
    }
}
