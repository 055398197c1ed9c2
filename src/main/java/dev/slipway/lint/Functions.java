package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.source.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions of the expression language and how many arguments they take.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions">Functions</a>
 */
final class Functions {
    private static final int MANY = 255;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|}}|\\{(\\d+)}|[{}]");
    private static final Map<String, Function> KNOWN = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        List.of(
                        new Function("contains", 2, 2),
                        new Function("startsWith", 2, 2),
                        new Function("endsWith", 2, 2),
                        new Function("format", 1, MANY),
                        new Function("join", 1, 2),
                        new Function("toJSON", 1, 1),
                        new Function("fromJSON", 1, 1),
                        new Function("hashFiles", 1, MANY),
                        new Function("case", 3, MANY),
                        new Function("always", 0, 0),
                        new Function("cancelled", 0, 0),
                        new Function("success", 0, MANY),
                        new Function("failure", 0, MANY))
                .forEach(function -> KNOWN.put(function.name(), function));
    }

    private Functions() {}

    private record Function(String name, int least, int most) {
        String words() {
            if (least == most) {
                return "exactly " + least;
            }
            return most == MANY ? "at least " + least : least + " to " + most;
        }
    }

    /** What is wrong with a call; nothing if it is well. */
    static Optional<Fault> faultOf(Expression.Call call) {
        Function known = KNOWN.get(call.function());
        if (known == null) {
            String help = Suggestion.nearest(call.function(), KNOWN.keySet())
                    .map(name -> "did you mean '" + name + "'?")
                    .orElse("the functions are " + String.join(", ", KNOWN.keySet()));
            return Optional.of(new Fault("unknown function '" + call.function() + "'", help));
        }
        int given = call.arguments().size();
        if (given < known.least() || given > known.most()) {
            String message = "'" + known.name() + "' takes " + known.words() + " arguments, not " + given;
            return Optional.of(new Fault(message, ""));
        }
        return switch (known.name()) {
            case "format" -> formatFault(call);
            case "case" ->
                given % 2 == 1
                        ? Optional.empty()
                        : Optional.of(
                                new Fault("'case' has no value for when nothing matches", "add one as last argument"));
            default -> Optional.empty();
        };
    }

    private static Optional<Fault> formatFault(Expression.Call call) {
        if (!(call.arguments().get(0) instanceof Expression.Literal pattern) || !pattern.isText()) {
            return Optional.empty();
        }
        int values = call.arguments().size() - 1;
        Matcher placeholder = PLACEHOLDER.matcher(pattern.value());
        while (placeholder.find()) {
            String number = placeholder.group(1);
            boolean stray = placeholder.group().length() == 1;
            if (stray) {
                return Optional.of(new Fault(
                        "stray '" + placeholder.group() + "' in the pattern of 'format'", "double it to mean itself"));
            }
            if (number != null && (number.length() > 3 || Integer.parseInt(number) >= values)) {
                return Optional.of(new Fault(
                        "'format' has no value for '{" + number + "}'",
                        "values are counted from {0}; there are " + values));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a call, and what to write instead. */
    record Fault(String message, String help) {}
}
