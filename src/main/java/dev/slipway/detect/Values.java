package dev.slipway.detect;

import dev.slipway.model.expression.Expression;
import dev.slipway.model.expression.ExpressionReader;
import dev.slipway.model.expression.InvalidExpression;
import dev.slipway.model.expression.Template;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Truth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The values that expressions of a workflow can name, as far as they are known without a run. */
final class Values {
    /** The program of the project, which jobs ask Cargo for. */
    static final String PROGRAM = "program";

    private final Map<String, String> known;

    Values(Map<String, String> known) {
        this.known = new LinkedHashMap<>(known);
    }

    Values copy() {
        return new Values(known);
    }

    /** What every run for a tag has. */
    static Values ofTag(Optional<String> repository) {
        Values values = new Values(Map.of(
                "github.ref_name",
                Symbols.TAG,
                "github.ref",
                "refs/tags/" + Symbols.TAG,
                "github.ref_type",
                "tag",
                "github.event_name",
                "push",
                "github.event.release.tag_name",
                Symbols.TAG,
                "github.event.action",
                "published"));
        repository.ifPresent(name -> {
            values.put("github.repository", name);
            values.put("github.repository_owner", name.replaceFirst("/.*", ""));
            values.put("github.event.repository.name", name.replaceFirst(".*/", ""));
            values.put("github.event.repository.full_name", name);
        });
        return values;
    }

    void put(String name, String value) {
        known.put(name, resolved(value));
    }

    /** A text in which the project's name is no symbol any more, where that is known. */
    String resolved(String text) {
        return text.replace(Symbols.NAME, known.getOrDefault(PROGRAM, Symbols.NAME));
    }

    /** Puts values under names that begin alike, filled in with what is known before. */
    void putAll(String prefix, Map<String, String> values) {
        values.forEach((name, value) -> put(prefix + name, fill(value)));
    }

    /** The values whose names begin so, without that beginning. */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        known.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** A text with the values of its expressions; an open one becomes a symbol. */
    String fill(String text) {
        if (!text.contains("${{")) {
            return text;
        }
        try {
            StringBuilder filled = new StringBuilder();
            int at = 0;
            for (Template.Code code : Template.of(text).codes()) {
                filled.append(text, at, code.start()).append(value(code.source()));
                at = code.end();
            }
            return resolved(filled.append(text.substring(at)).toString());
        } catch (InvalidExpression open) {
            return text;
        }
    }

    /** Whether a condition holds. */
    Truth holds(String condition) {
        String source =
                condition.strip().replaceFirst("(?s)^\\$\\{\\{(.*)}}$", "$1").strip();
        try {
            return source.isEmpty() || source.contains("${{") ? Truth.UNKNOWN : truth(ExpressionReader.read(source));
        } catch (InvalidExpression none) {
            return Truth.UNKNOWN;
        }
    }

    private String value(String source) {
        try {
            return value(ExpressionReader.read(source));
        } catch (InvalidExpression none) {
            return Symbols.UNKNOWN;
        }
    }

    private String value(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value().equals("null") ? "" : literal.value();
        }
        if (expression instanceof Expression.Binary binary && binary.operator() == Expression.Operator.OR) {
            return truth(binary.left()) == Truth.FALSE ? value(binary.right()) : value(binary.left());
        }
        if (expression instanceof Expression.Binary binary && binary.operator() == Expression.Operator.AND) {
            return truth(binary.left()) == Truth.FALSE ? "" : value(binary.right());
        }
        if (expression instanceof Expression.Call call) {
            return called(call);
        }
        if (expression instanceof Expression.Not || expression instanceof Expression.Binary) {
            return switch (truth(expression)) {
                case TRUE -> "true";
                case FALSE -> "false";
                case UNKNOWN -> Symbols.UNKNOWN;
            };
        }
        return named(expression.source().replaceAll("\\['([^']*)']", ".$1"));
    }

    /** A column that this row does not have is empty; without any row, nobody can say. */
    private String named(String name) {
        String value = known.get(name);
        if (value != null) {
            return value;
        }
        boolean hasRow = known.keySet().stream().anyMatch(other -> other.startsWith("matrix."));
        return name.startsWith("matrix.") && hasRow ? "" : Symbols.byName(name);
    }

    private String called(Expression.Call call) {
        if (call.function().equalsIgnoreCase("format") && !call.arguments().isEmpty()) {
            String text = value(call.arguments().get(0));
            for (int i = 1; i < call.arguments().size(); i++) {
                text = text.replace("{" + (i - 1) + "}", value(call.arguments().get(i)));
            }
            return text;
        }
        return switch (truth(call)) {
            case TRUE -> "true";
            case FALSE -> "false";
            case UNKNOWN -> Symbols.UNKNOWN;
        };
    }

    private Truth truth(Expression expression) {
        if (expression instanceof Expression.Not not) {
            return truth(not.operand()).not();
        }
        if (expression instanceof Expression.Binary binary) {
            return switch (binary.operator()) {
                case AND -> truth(binary.left()).and(truth(binary.right()));
                case OR -> truth(binary.left()).or(truth(binary.right()));
                case EQUAL -> same(binary);
                case NOT_EQUAL -> same(binary).not();
                default -> Truth.UNKNOWN;
            };
        }
        if (expression instanceof Expression.Call call) {
            return answered(call);
        }
        String value = value(expression);
        return value.contains(Symbols.UNKNOWN)
                ? Truth.UNKNOWN
                : Truth.of(!value.isEmpty() && !value.equals("false") && !value.equals("0"));
    }

    private Truth same(Expression.Binary binary) {
        return Truth.same(lower(value(binary.left())), lower(value(binary.right())));
    }

    private Truth answered(Expression.Call call) {
        String name = lower(call.function());
        if (name.equals("success") || name.equals("always")) {
            return Truth.TRUE;
        }
        if (name.equals("failure") || name.equals("cancelled")) {
            return Truth.FALSE;
        }
        if (call.arguments().size() != 2) {
            return Truth.UNKNOWN;
        }
        String text = lower(value(call.arguments().get(0)));
        String part = lower(value(call.arguments().get(1)));
        boolean there = switch (name) {
            case "startswith" -> text.startsWith(part);
            case "endswith" -> text.endsWith(part);
            case "contains" -> text.contains(part);
            default -> false;
        };
        return there ? Truth.TRUE : Symbols.open(text) || Symbols.open(part) ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
