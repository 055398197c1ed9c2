package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.Template.Choice;
import dev.slipway.detect.goreleaser.Template.Command;
import dev.slipway.detect.goreleaser.Template.Constant;
import dev.slipway.detect.goreleaser.Template.Literal;
import dev.slipway.detect.goreleaser.Template.Name;
import dev.slipway.detect.goreleaser.Template.Nested;
import dev.slipway.detect.goreleaser.Template.Operand;
import dev.slipway.detect.goreleaser.Template.Part;
import dev.slipway.detect.goreleaser.Template.Pipeline;
import dev.slipway.detect.goreleaser.Template.Print;
import dev.slipway.detect.goreleaser.Template.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evaluates a template for one release and one target, as far as both are known before there is a release. */
final class Evaluation {
    /** The longest text that comes of a template. */
    static final int MAX_TEXT = 4_096;

    private final Value.Table fields;
    private final Map<String, Value> variables = new HashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private Value dot;

    private Evaluation(Value.Table fields) {
        this.fields = fields;
        this.dot = fields;
        variables.put("$", fields);
    }

    /**
     * What a template gives.
     *
     * @param text with gaps such as {@code {version}}; {@code {?}} for what is not known
     * @param unknown why that is so
     */
    record Result(String text, List<String> unknown) {
        Result {
            unknown = List.copyOf(unknown);
        }

        /** Whether all of it is known except for the gaps that a release fills in. */
        boolean told() {
            return !text.contains(Value.UNKNOWN);
        }

        String why() {
            return String.join("; ", unknown);
        }
    }

    static Result of(String source, Value.Table fields) {
        try {
            Evaluation evaluation = new Evaluation(fields);
            StringBuilder out = new StringBuilder();
            evaluation.print(Template.parse(source).parts(), out);
            String text = out.toString().replace("{major}.{minor}.{patch}", "{version}");
            return new Result(text, List.copyOf(evaluation.unknown));
        } catch (TemplateFault fault) {
            return new Result(Value.UNKNOWN, List.of(fault.reason()));
        }
    }

    private void print(List<Part> parts, StringBuilder out) {
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                out.append(literal.text());
            } else if (part instanceof Choice choice) {
                choose(choice, out);
            } else if (part instanceof Print print) {
                Value value = noted(value(print.pipeline()));
                out.append(print.pipeline().variable().isEmpty() ? value.printed() : "");
            }
            if (out.length() > MAX_TEXT) {
                throw new TemplateFault("the string has more than " + MAX_TEXT + " characters");
            }
        }
    }

    private void choose(Choice choice, StringBuilder out) {
        Value condition = noted(value(choice.condition()));
        if (condition instanceof Value.Unknown) {
            out.append(Value.UNKNOWN);
            return;
        }
        Value outer = dot;
        boolean holds = condition.truth();
        dot = choice.with() && holds ? condition : outer;
        print(holds ? choice.then() : choice.otherwise(), out);
        dot = outer;
    }

    private Value noted(Value value) {
        if (value instanceof Value.Unknown some) {
            unknown.add(some.why());
        }
        return value;
    }

    private Value value(Pipeline pipeline) {
        List<Value> piped = List.of();
        for (Command command : pipeline.commands()) {
            piped = List.of(value(command, piped));
        }
        Value value = piped.get(0);
        if (value instanceof Value.Text text && text.text().length() > MAX_TEXT) {
            throw new TemplateFault("the string has more than " + MAX_TEXT + " characters");
        }
        if (!pipeline.variable().isEmpty()) {
            variables.put(pipeline.variable(), value);
        }
        return value;
    }

    private Value value(Command command, List<Value> piped) {
        List<Value> arguments = new ArrayList<>();
        Operand first = command.operands().get(0);
        for (Operand operand : command.operands()
                .subList(first instanceof Name ? 1 : 0, command.operands().size())) {
            arguments.add(value(operand));
        }
        arguments.addAll(piped);
        if (first instanceof Name function) {
            return Functions.call(function.name(), arguments, fields);
        }
        return arguments.size() == 1 ? arguments.get(0) : new Value.Unknown("a value with arguments is not evaluated");
    }

    private Value value(Operand operand) {
        if (operand instanceof Constant constant) {
            return constant.value();
        }
        if (operand instanceof Nested nested) {
            return below(value(nested.pipeline()), nested.fields());
        }
        if (operand instanceof Name function) {
            return Functions.call(function.name(), List.of(), fields);
        }
        Reference reference = (Reference) operand;
        Value root = reference.root().equals(".")
                ? dot
                : variables.getOrDefault(
                        reference.root(), new Value.Unknown("the variable '" + reference.root() + "' has no value"));
        return below(root, reference.fields());
    }

    private static Value below(Value root, List<String> fields) {
        Value value = root;
        for (String field : fields) {
            if (value instanceof Value.Unknown) {
                return value;
            }
            value = value instanceof Value.Table table
                    ? table.get(field)
                    : new Value.Unknown("'." + String.join(".", fields) + "' is not evaluated");
        }
        return value;
    }
}
