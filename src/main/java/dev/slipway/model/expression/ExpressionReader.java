package dev.slipway.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the text between <code>${{</code> and <code>}}</code>, within the limits that GitHub sets.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions">Expressions</a>
 */
public final class ExpressionReader {
    private static final int LONGEST = 21_000;
    private static final int DEEPEST = 50;
    private static final List<Map<String, Expression.Operator>> LEVELS = List.of(
            Map.of("||", Expression.Operator.OR),
            Map.of("&&", Expression.Operator.AND),
            Map.of("==", Expression.Operator.EQUAL, "!=", Expression.Operator.NOT_EQUAL),
            Map.of(
                    "<", Expression.Operator.LESS,
                    "<=", Expression.Operator.LESS_OR_EQUAL,
                    ">", Expression.Operator.GREATER,
                    ">=", Expression.Operator.GREATER_OR_EQUAL));
    private static final int LOGICAL_LEVELS = 2;

    /** GitHub has no limit here; a longer chain is nothing that a person writes, and too deep a tree to go through. */
    private static final int LONGEST_CHAIN = 512;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private ExpressionReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads an expression.
     *
     * @throws InvalidExpression if the text is none
     */
    public static Expression read(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidExpression(LONGEST, "longer than " + LONGEST + " characters");
        }
        if (text.isBlank()) {
            throw new InvalidExpression(0, "an expression is missing");
        }
        ExpressionReader reader = new ExpressionReader(Lexer.tokens(text));
        Expression expression = reader.expression();
        if (reader.peek().kind() != Token.Kind.END) {
            throw reader.peek().unexpected();
        }
        return expression;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.END) {
            throw token.unexpected();
        }
        at++;
        return token;
    }

    private boolean skip(String sign) {
        boolean there = peek().is(sign);
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(String sign) {
        if (!skip(sign)) {
            throw peek().unexpected();
        }
    }

    private void deeper() {
        depth++;
        if (depth > DEEPEST) {
            throw new InvalidExpression(peek().offset(), "nested deeper than " + DEEPEST + " levels");
        }
    }

    private Expression expression() {
        deeper();
        Expression result = binary(0);
        depth--;
        return result;
    }

    private Expression binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        int outside = depth;
        Optional<Expression.Operator> operator = operator(level);
        for (int operands = 2; operator.isPresent(); operands++) {
            // a chain of && or || is one level to GitHub, however long; each comparison is one
            if (level < LOGICAL_LEVELS && depth == outside) {
                deeper();
            }
            Token sign = next();
            if (operands > (level < LOGICAL_LEVELS ? LONGEST_CHAIN : DEEPEST)) {
                throw new InvalidExpression(sign.offset(), "too many '" + sign.text() + "' in a row");
            }
            left = new Expression.Binary(operator.get(), left, binary(level + 1));
            operator = operator(level);
        }
        depth = outside;
        return left;
    }

    private Optional<Expression.Operator> operator(int level) {
        return peek().kind() == Token.Kind.SIGN
                ? Optional.ofNullable(LEVELS.get(level).get(peek().text()))
                : Optional.empty();
    }

    private Expression unary() {
        if (!skip("!")) {
            return postfix();
        }
        deeper();
        Expression operand = unary();
        depth--;
        return new Expression.Not(operand);
    }

    private Expression postfix() {
        if (peek().kind() == Token.Kind.LITERAL) {
            return new Expression.Literal(next().text());
        }
        Expression of = primary();
        int outside = depth;
        while (peek().is("[") || peek().is(".")) {
            of = next().is("[") ? index(of) : property(of);
            deeper();
        }
        depth = outside;
        return of;
    }

    private Expression index(Expression of) {
        Expression result = skip("*") ? new Expression.Star(of) : new Expression.Index(of, expression());
        expect("]");
        return result;
    }

    private Expression property(Expression of) {
        if (skip("*")) {
            return new Expression.Star(of);
        }
        if (peek().kind() != Token.Kind.NAME) {
            throw peek().unexpected();
        }
        return new Expression.Property(of, next().text());
    }

    private Expression primary() {
        Token token = next();
        if (token.is("(")) {
            Expression inner = expression();
            expect(")");
            return inner;
        }
        if (token.kind() != Token.Kind.NAME) {
            throw token.unexpected();
        }
        return skip("(") ? new Expression.Call(token.text(), arguments()) : new Expression.Context(token.text());
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        if (skip(")")) {
            return arguments;
        }
        do {
            arguments.add(expression());
        } while (skip(","));
        expect(")");
        return arguments;
    }
}
