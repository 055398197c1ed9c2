package dev.slipway.model.expression;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The tree of an expression such as {@code matrix.cross && !cancelled()}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions">Expressions</a>
 */
public sealed interface Expression {
    /** The text between {@code ${{} and {@code }}}, with no more parentheses than it needs. */
    String source();

    /** How tightly it binds: an operand that binds less than its operator needs parentheses. */
    default int precedence() {
        return 10;
    }

    /** The parts it is made of, left to right. */
    default List<Expression> children() {
        return List.of();
    }

    /** Shows this node, then everything below it, left to right. */
    default void walk(Consumer<Expression> visitor) {
        visitor.accept(this);
        List<Expression> children = children();
        for (int i = 0; i < children.size(); i++) {
            children.get(i).walk(visitor);
        }
    }

    private static String wrap(Expression operand, int precedence) {
        return operand.precedence() < precedence ? "(" + operand.source() + ")" : operand.source();
    }

    /** A literal as it is written: {@code null}, {@code true}, {@code 0x1f}, {@code 'it''s'}. */
    record Literal(String source) implements Expression {
        public static Literal text(String value) {
            return new Literal("'" + value.replace("'", "''") + "'");
        }

        public static Literal bool(boolean value) {
            return new Literal(Boolean.toString(value));
        }

        /** Whether it is a quoted text. */
        public boolean isText() {
            return source.startsWith("'");
        }

        /** The text between the quotes of a text; of any other literal, what is written. */
        public String value() {
            return isText() ? source.substring(1, source.length() - 1).replace("''", "'") : source;
        }
    }

    /** A context: {@code github}, {@code matrix}, {@code needs} … */
    record Context(String name) implements Expression {
        /** Every context that GitHub has. */
        public static final Set<String> NAMES = Set.of(
                "env",
                "github",
                "inputs",
                "job",
                "jobs",
                "matrix",
                "needs",
                "runner",
                "secrets",
                "steps",
                "strategy",
                "vars");

        @Override
        public String source() {
            return name;
        }
    }

    /** A property by its name: {@code github.sha}. */
    record Property(Expression of, String name) implements Expression {
        @Override
        public String source() {
            return wrap(of, 10) + "." + name;
        }

        @Override
        public List<Expression> children() {
            return List.of(of);
        }

        @Override
        public void walk(Consumer<Expression> visitor) {
            visitor.accept(this);
            of.walk(visitor);
        }
    }

    /** A property by a computed name, or an item of a list: {@code matrix['rust-version']}. */
    record Index(Expression of, Expression index) implements Expression {
        @Override
        public String source() {
            return wrap(of, 10) + "[" + index.source() + "]";
        }

        @Override
        public List<Expression> children() {
            return List.of(of, index);
        }
    }

    /** All items or values: {@code needs.*.result}. */
    record Star(Expression of) implements Expression {
        @Override
        public String source() {
            return wrap(of, 10) + ".*";
        }

        @Override
        public List<Expression> children() {
            return List.of(of);
        }
    }

    /** A function call: {@code startsWith(github.ref, 'refs/tags/')}. */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String source() {
            return function + arguments.stream().map(Expression::source).collect(Collectors.joining(", ", "(", ")"));
        }

        @Override
        public List<Expression> children() {
            return arguments;
        }
    }

    /** {@code !x}. */
    record Not(Expression operand) implements Expression {
        @Override
        public String source() {
            return "!" + wrap(operand, precedence());
        }

        @Override
        public int precedence() {
            return 9;
        }

        @Override
        public List<Expression> children() {
            return List.of(operand);
        }
    }

    /** Two operands and an operator between them. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public String source() {
            return wrap(left, precedence()) + " " + operator.symbol() + " " + wrap(right, precedence() + 1);
        }

        @Override
        public int precedence() {
            return operator.precedence();
        }

        @Override
        public List<Expression> children() {
            return List.of(left, right);
        }
    }

    /** The operators between two operands. */
    enum Operator {
        LESS("<", 7),
        LESS_OR_EQUAL("<=", 7),
        GREATER(">", 7),
        GREATER_OR_EQUAL(">=", 7),
        EQUAL("==", 6),
        NOT_EQUAL("!=", 6),
        AND("&&", 5),
        OR("||", 4);

        private final String symbol;
        private final int precedence;

        Operator(String symbol, int precedence) {
            this.symbol = symbol;
            this.precedence = precedence;
        }

        public String symbol() {
            return symbol;
        }

        public int precedence() {
            return precedence;
        }
    }
}
