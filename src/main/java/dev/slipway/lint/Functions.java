package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.model.expression.Signature;
import dev.slipway.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a call of a function.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions">Functions</a>
 */
final class Functions {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|}}|\\{(\\d+)}|[{}]");

    private Functions() {}

    /** What is wrong with a call; nothing if it is well. */
    static Optional<Fault> faultOf(Expression.Call call) {
        Optional<Signature> known = Signature.of(call.function());
        if (known.isEmpty()) {
            List<String> names = Signature.ALL.stream().map(Signature::name).toList();
            String help = Suggestion.nearest(call.function(), names)
                    .map(name -> "did you mean '" + name + "'?")
                    .orElse("the functions are " + String.join(", ", names));
            return Optional.of(new Fault("unknown function '" + call.function() + "'", help));
        }
        int given = call.arguments().size();
        String help =
                known.get().name().equals("case") && given >= known.get().least() ? "add it as the last argument" : "";
        return known.get()
                .refuses(given)
                .map(message -> new Fault(message, help))
                .or(() -> known.get().name().equals("format") ? formatFault(call) : Optional.empty());
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
                        "stray '" + placeholder.group() + "' in the pattern of 'format'",
                        "write it twice to print it"));
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
