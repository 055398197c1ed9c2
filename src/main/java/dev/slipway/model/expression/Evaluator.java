package dev.slipway.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Evaluates expressions as far as their values are known: what is known folds, what is not stays an expression.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions">Expressions</a>
 */
public final class Evaluator {
    private final Contexts contexts;

    public Evaluator(Contexts contexts) {
        this.contexts = contexts;
    }

    /**
     * The value of an expression.
     *
     * @throws EvaluationFailure if it has none
     */
    public Data evaluate(Expression expression) {
        expression.walk(this::check);
        return value(expression);
    }

    /**
     * The value of the text between <code>${{</code> and <code>}}</code>; nothing at all is {@code null}.
     *
     * @throws InvalidExpression if it is no expression
     * @throws EvaluationFailure if it has no value
     */
    public Data evaluate(String source) {
        return source.isBlank() ? Data.NULL : evaluate(ExpressionReader.read(source));
    }

    /**
     * The value of a text: of one that is an expression and nothing else, that of the expression; of any other, the text
     * that it is put together to.
     *
     * @throws InvalidExpression if an expression in it is none
     * @throws EvaluationFailure if one has no value
     */
    public Data evaluate(Template template) {
        List<Data> pieces = new ArrayList<>();
        int from = 0;
        for (Template.Code code : template.codes()) {
            Data value = evaluate(code.source());
            if (template.isSingle()) {
                return value;
            }
            pieces.add(Data.of(template.text().substring(from, code.start())));
            pieces.add(value);
            from = code.end();
        }
        pieces.add(Data.of(template.text().substring(from)));
        return Data.joined(pieces);
    }

    /** GitHub refuses a call that cannot be made, and a context that is not there, even if it would not come to it. */
    private void check(Expression part) {
        if (part instanceof Expression.Context context
                && contexts.refused().contains(context.name().toLowerCase(Locale.ROOT))) {
            throw new EvaluationFailure("there is no '" + context.name() + "' at this place");
        }
        if (part instanceof Expression.Call call) {
            Optional<String> refused = Signature.of(call.function())
                    .map(signature -> signature.refuses(call.arguments().size()))
                    .orElse(Optional.of("unknown function '" + call.function() + "'"));
            if (refused.isPresent()) {
                throw new EvaluationFailure(refused.get());
            }
        }
    }

    private Data value(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal(literal);
        }
        if (expression instanceof Expression.Context context) {
            return context(context);
        }
        if (expression instanceof Expression.Property property) {
            return at(value(property.of()), Data.of(property.name()), property);
        }
        if (expression instanceof Expression.Index index) {
            return at(value(index.of()), value(index.index()), index);
        }
        if (expression instanceof Expression.Star star) {
            return all(value(star.of()), star);
        }
        if (expression instanceof Expression.Not not) {
            Data operand = value(not.operand());
            return truth(operand)
                    .map(truth -> Data.of(!truth))
                    .orElseGet(() -> new Data.Open(new Expression.Not(operand.code())));
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        return binary((Expression.Binary) expression);
    }

    /** Whether a value counts as true; empty if that is open. */
    public static Optional<Boolean> truth(Data value) {
        if (value instanceof Data.Holed) {
            return value instanceof Data.Holed holed && holed.parts().stream().anyMatch(Data::known)
                    ? Optional.of(true)
                    : Optional.empty();
        }
        if (value instanceof Data.Open open) {
            return truth(open.code());
        }
        return Optional.of(value.truthy());
    }

    /** What literals that are left in an open expression decide. */
    private static Optional<Boolean> truth(Expression open) {
        if (open instanceof Expression.Literal literal) {
            return Optional.of(literal(literal).truthy());
        }
        if (open instanceof Expression.Not not) {
            return truth(not.operand()).map(truth -> !truth);
        }
        if (open instanceof Expression.Binary binary
                && (binary.operator() == Expression.Operator.AND || binary.operator() == Expression.Operator.OR)) {
            boolean decisive = binary.operator() == Expression.Operator.OR;
            Optional<Boolean> left = truth(binary.left());
            Optional<Boolean> right = truth(binary.right());
            if (left.filter(truth -> truth == decisive).isPresent()
                    || right.filter(truth -> truth == decisive).isPresent()) {
                return Optional.of(decisive);
            }
            return left.isPresent() && right.isPresent() ? Optional.of(!decisive) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Data literal(Expression.Literal literal) {
        if (literal.isText()) {
            return Data.of(literal.value());
        }
        return switch (literal.source()) {
            case "null" -> Data.NULL;
            case "true", "false" -> Data.of(literal.source().equals("true"));
            default -> Data.of(Numbers.read(literal.source()));
        };
    }

    private Data binary(Expression.Binary binary) {
        Data left = value(binary.left());
        Expression.Operator operator = binary.operator();
        if (operator == Expression.Operator.AND || operator == Expression.Operator.OR) {
            Optional<Boolean> truth = truth(left);
            if (truth.isPresent() && left.known()) {
                return truth.get() == (operator == Expression.Operator.OR) ? left : value(binary.right());
            }
            if (truth.filter(it -> it == (operator == Expression.Operator.OR)).isPresent()) {
                return left;
            }
            Data right = value(binary.right());
            return truth.isPresent()
                    ? right
                    : new Data.Open(new Expression.Binary(operator, left.code(), right.code()));
        }
        Data right = value(binary.right());
        Optional<Boolean> answer = switch (operator) {
            case EQUAL -> Comparison.equal(left, right);
            case NOT_EQUAL -> Comparison.equal(left, right).map(equal -> !equal);
            default -> Comparison.ordered(operator, left, right);
        };
        return answer.map(Data::of)
                .orElseGet(() -> new Data.Open(new Expression.Binary(operator, left.code(), right.code())));
    }

    private Data context(Expression.Context context) {
        String name = context.name().toLowerCase(Locale.ROOT);
        Data value = contexts.values().get(name);
        if (value == null && !Expression.Context.NAMES.contains(name)) {
            throw new EvaluationFailure("unknown context '" + context.name() + "'");
        }
        return value == null ? new Data.Open(context) : value;
    }

    private Data call(Expression.Call call) {
        List<Data> arguments = new ArrayList<>();
        long size = 0;
        for (Expression argument : call.arguments()) {
            Data value = value(argument);
            size += value instanceof Data.Str text ? text.value().length() : 0;
            if (size > Data.LONGEST) {
                throw new EvaluationFailure("strings of more than " + Data.LONGEST + " characters");
            }
            arguments.add(value);
        }
        var own = contexts.functions().get(call.function().toLowerCase(Locale.ROOT));
        Optional<Data> answer =
                own != null ? Optional.of(own.apply(arguments)) : BuiltIns.call(call.function(), arguments);
        return answer.orElseGet(() -> new Data.Open(new Expression.Call(
                call.function(), arguments.stream().map(Data::code).toList())));
    }

    /**
     * A property or an item.
     *
     * @param self what asks for it, which stays if it is open
     */
    private static Data at(Data of, Data index, Expression self) {
        if (of instanceof Data.Open || !index.known()) {
            return new Data.Open(
                    self instanceof Expression.Property property
                            ? new Expression.Property(of.code(), property.name())
                            : new Expression.Index(of.code(), index.code()));
        }
        if (of instanceof Data.Arr list && list.filtered()) {
            List<Data> found = new ArrayList<>();
            list.items().forEach(item -> member(item, index, self).ifPresent(found::add));
            return new Data.Arr(List.copyOf(found), true);
        }
        return member(of, index, self).orElse(Data.NULL);
    }

    private static Optional<Data> member(Data of, Data index, Expression self) {
        if (of instanceof Data.Dict dictionary && index.primitive()) {
            return dictionary
                    .get(index.text())
                    .or(() -> dictionary.complete() ? Optional.empty() : Optional.of(new Data.Open(self)));
        }
        if (of instanceof Data.Arr list) {
            double number = Math.floor(index.number());
            return number >= 0 && number < list.items().size()
                    ? Optional.of(list.items().get((int) number))
                    : Optional.empty();
        }
        return of instanceof Data.Open ? Optional.of(at(of, index, self)) : Optional.empty();
    }

    private static Data all(Data of, Expression self) {
        if (of instanceof Data.Open) {
            return new Data.Open(new Expression.Star(of.code()));
        }
        if (of instanceof Data.Dict dictionary && !dictionary.complete()) {
            return new Data.Open(self);
        }
        if (of instanceof Data.Arr list && list.filtered()) {
            List<Data> found = new ArrayList<>();
            list.items().forEach(item -> found.addAll(items(item)));
            return new Data.Arr(List.copyOf(found), true);
        }
        return new Data.Arr(List.copyOf(items(of)), true);
    }

    private static List<Data> items(Data of) {
        if (of instanceof Data.Dict dictionary) {
            return List.copyOf(dictionary.values().values());
        }
        return of instanceof Data.Arr list ? list.items() : List.of();
    }
}
