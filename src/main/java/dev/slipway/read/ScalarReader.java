package dev.slipway.read;

import dev.slipway.model.expression.Expression;
import dev.slipway.model.expression.ExpressionReader;
import dev.slipway.model.expression.InvalidExpression;
import dev.slipway.model.expression.Template;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a single value of a workflow means; what it cannot mean is a problem. */
final class ScalarReader {
    private static final Text EMPTY = Text.of("");

    private final List<Problem> problems;

    ScalarReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** Text with expressions in it. */
    Text text(Node node, Pointer place) {
        return scalar(node, place).map(scalar -> text(scalar.text(), place)).orElse(EMPTY);
    }

    private Text text(String source, Pointer place) {
        List<Text.Part> parts = new ArrayList<>();
        try {
            int done = 0;
            for (Template.Code code : Template.of(source).codes()) {
                if (code.start() > done) {
                    parts.add(new Text.Literal(source.substring(done, code.start())));
                }
                parts.add(new Text.Embedded(new Expr<>(ExpressionReader.read(code.source()))));
                done = code.end();
            }
            if (done < source.length() || parts.isEmpty()) {
                parts.add(new Text.Literal(source.substring(done)));
            }
            return new Text(parts);
        } catch (InvalidExpression invalid) {
            problems.add(Problem.at(place, String.valueOf(invalid.getMessage())));
            return EMPTY;
        }
    }

    /** A scalar, or in a matrix anything. */
    Value value(Node node, Pointer place) {
        return node.fold(
                mapping -> {
                    Map<String, Value> values = new LinkedHashMap<>();
                    mapping.entries().forEach((key, entry) -> values.put(key, value(entry.value(), place.child(key))));
                    return new Value.Named(values);
                },
                sequence -> {
                    List<Value> values = new ArrayList<>();
                    sequence.items().forEach(item -> values.add(value(item, place.child(values.size()))));
                    return new Value.Many(values);
                },
                scalar -> single(scalar, place));
    }

    private Value single(Node.Scalar scalar, Pointer place) {
        return switch (scalar.type()) {
            case TEXT -> text(scalar.text(), place);
            case BOOLEAN -> Value.of(Boolean.parseBoolean(scalar.text()));
            case NULL -> EMPTY;
            case INTEGER, FLOAT -> number(scalar.text());
        };
    }

    private static Value number(String text) {
        if (text.matches("[-+]?[0-9]{1,18}")) {
            return Value.of(Long.parseLong(text));
        }
        if (text.matches("0x[0-9a-fA-F]{1,15}")) {
            return Value.of(Long.parseLong(text.substring(2), 16));
        }
        if (text.matches("0o[0-7]{1,20}")) {
            return Value.of(Long.parseLong(text.substring(2), 8));
        }
        return text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")
                ? new Value.Fraction(Double.parseDouble(text))
                : Text.of(text);
    }

    /** A condition, with its marks or without; one that says nothing is none. */
    Optional<Expr<Boolean>> condition(Node node, Pointer place) {
        return scalar(node, place).flatMap(scalar -> {
            try {
                String text = scalar.text().strip();
                if (text.isEmpty() || scalar.type() == Node.Scalar.Type.NULL) {
                    return Optional.empty();
                }
                Template template = Template.of(text);
                if (!template.codes().isEmpty() && !template.isSingle()) {
                    problems.add(Problem.at(
                            place,
                            "a condition with text outside '${{ }}' is always true",
                            "put the whole condition inside '${{ }}', or remove them"));
                    return Optional.empty();
                }
                String code = template.isSingle() ? template.codes().get(0).source() : text;
                return Optional.of(new Expr<>(ExpressionReader.read(code)));
            } catch (InvalidExpression invalid) {
                problems.add(Problem.at(place, String.valueOf(invalid.getMessage())));
                return Optional.empty();
            }
        });
    }

    /** An expression and nothing next to it. */
    Optional<Expression> expression(Node node, Pointer place) {
        Optional<String> code = node.fold(
                mapping -> Optional.<String>empty(), sequence -> Optional.<String>empty(), scalar -> single(scalar));
        return code.flatMap(source -> {
            try {
                return Optional.of(ExpressionReader.read(source));
            } catch (InvalidExpression invalid) {
                problems.add(Problem.at(place, String.valueOf(invalid.getMessage())));
                return Optional.empty();
            }
        });
    }

    private static Optional<String> single(Node.Scalar scalar) {
        try {
            Template template = Template.of(scalar.text().strip());
            return template.isSingle() ? Optional.of(template.codes().get(0).source()) : Optional.empty();
        } catch (InvalidExpression unclosed) {
            return Optional.empty();
        }
    }

    Optional<Node.Scalar> scalar(Node node, Pointer place) {
        Optional<Node.Scalar> scalar =
                node.fold(mapping -> Optional.empty(), sequence -> Optional.empty(), Optional::of);
        if (scalar.isEmpty()) {
            problems.add(Problem.at(place, "expected a single value, found " + node.kind()));
        }
        return scalar;
    }
}
