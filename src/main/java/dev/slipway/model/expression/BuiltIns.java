package dev.slipway.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions that need nothing but their arguments.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions">Functions</a>
 */
final class BuiltIns {
    private BuiltIns() {}

    /**
     * What a call gives.
     *
     * @return empty if that is open, or nobody here knows the function
     * @throws EvaluationFailure if it gives nothing
     */
    static Optional<Data> call(String function, List<Data> arguments) {
        return switch (function.toLowerCase(Locale.ROOT)) {
            case "contains" -> flag(contains(arguments.get(0), arguments.get(1)));
            case "startswith" -> flag(startsWith(arguments.get(0), arguments.get(1)));
            case "endswith" -> flag(endsWith(arguments.get(0), arguments.get(1)));
            case "format" -> format(arguments);
            case "join" -> join(arguments);
            case "tojson" -> known(arguments).map(it -> Data.of(Json.write(arguments.get(0))));
            case "fromjson" ->
                known(arguments).map(it -> fromJson(arguments.get(0).text()));
            case "case" -> choose(arguments);
            default -> Optional.empty();
        };
    }

    private static Optional<Data> flag(Optional<Boolean> answer) {
        return answer.map(Data::of);
    }

    private static Optional<List<Data>> known(List<Data> arguments) {
        return arguments.stream().allMatch(Data::known) ? Optional.of(arguments) : Optional.empty();
    }

    private static Data fromJson(String text) {
        if (text.isBlank()) {
            throw new EvaluationFailure("fromJSON: the text is empty");
        }
        return Json.read(text);
    }

    private static Optional<Boolean> contains(Data search, Data item) {
        if (search instanceof Data.Arr list) {
            boolean open = false;
            for (Data one : list.items()) {
                Optional<Boolean> same = Comparison.equal(item, one);
                if (same.orElse(false)) {
                    return same;
                }
                open |= same.isEmpty();
            }
            return open ? Optional.empty() : Optional.of(false);
        }
        if (search instanceof Data.Holed holed && item.primitive()) {
            String part = Comparison.folded(item.text());
            boolean there = holed.parts().stream()
                    .filter(Data::known)
                    .anyMatch(known -> Comparison.folded(known.text()).contains(part));
            return there ? Optional.of(true) : Optional.empty();
        }
        if (!search.known() || !item.known()) {
            return Optional.empty();
        }
        return Optional.of(search.primitive()
                && item.primitive()
                && Comparison.folded(search.text()).contains(Comparison.folded(item.text())));
    }

    private static Optional<Boolean> startsWith(Data text, Data part) {
        if (text instanceof Data.Holed holed && part.primitive()) {
            String beginning = Comparison.folded(holed.beginning());
            String wanted = Comparison.folded(part.text());
            return beginning.startsWith(wanted)
                    ? Optional.of(true)
                    : wanted.startsWith(beginning) ? Optional.empty() : Optional.of(false);
        }
        return both(text, part)
                .map(it -> Comparison.folded(text.text()).startsWith(Comparison.folded(part.text())))
                .or(() -> otherwise(text, part));
    }

    private static Optional<Boolean> endsWith(Data text, Data part) {
        if (text instanceof Data.Holed holed && part.primitive()) {
            String ending = Comparison.folded(holed.ending());
            String wanted = Comparison.folded(part.text());
            return ending.endsWith(wanted)
                    ? Optional.of(true)
                    : wanted.endsWith(ending) ? Optional.empty() : Optional.of(false);
        }
        return both(text, part)
                .map(it -> Comparison.folded(text.text()).endsWith(Comparison.folded(part.text())))
                .or(() -> otherwise(text, part));
    }

    private static Optional<Boolean> both(Data text, Data part) {
        return text.primitive() && part.primitive() ? Optional.of(true) : Optional.empty();
    }

    /** A list or dictionary begins and ends with nothing; what is open may be anything. */
    private static Optional<Boolean> otherwise(Data text, Data part) {
        boolean open = text instanceof Data.Open || part instanceof Data.Open || part instanceof Data.Holed;
        return open ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Data> join(List<Data> arguments) {
        Data list = arguments.get(0);
        if (!(list instanceof Data.Arr items)) {
            return list instanceof Data.Open
                    ? Optional.empty()
                    : Optional.of(list.primitive() || list instanceof Data.Holed ? text(list) : Data.EMPTY);
        }
        Data separator = arguments.size() > 1 ? arguments.get(1) : Data.of(",");
        List<Data> pieces = new ArrayList<>();
        for (Data item : items.items()) {
            if (!pieces.isEmpty()) {
                pieces.add(separator instanceof Data.Arr || separator instanceof Data.Dict ? Data.of(",") : separator);
            }
            pieces.add(item);
        }
        return Optional.of(Data.joined(pieces));
    }

    private static Data text(Data value) {
        return value.known() ? Data.of(value.text()) : value;
    }

    private static Optional<Data> choose(List<Data> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            Data predicate = arguments.get(i);
            if (!predicate.known()) {
                return Optional.empty();
            }
            if (!(predicate instanceof Data.Bool flag)) {
                throw new EvaluationFailure("case: a condition must be true or false");
            }
            if (flag.value()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.of(arguments.get(arguments.size() - 1));
    }

    private static Optional<Data> format(List<Data> arguments) {
        if (!arguments.get(0).known()) {
            return Optional.empty();
        }
        String format = arguments.get(0).text();
        List<Data> pieces = new ArrayList<>();
        int at = 0;
        while (at < format.length()) {
            char next = format.charAt(at);
            boolean twice = format.startsWith("" + next + next, at);
            if ((next == '{' || next == '}') && twice) {
                pieces.add(Data.of("" + next));
                at += 2;
            } else if (next == '{') {
                int end = format.indexOf('}', at);
                pieces.add(argument(format, end < 0 ? "" : format.substring(at + 1, end), arguments));
                at = end + 1;
            } else if (next == '}') {
                throw new EvaluationFailure("format: '}' without '{' in '" + format + "'");
            } else {
                int end = at;
                while (end < format.length() && format.charAt(end) != '{' && format.charAt(end) != '}') {
                    end++;
                }
                pieces.add(Data.of(format.substring(at, end)));
                at = end;
            }
        }
        return Optional.of(Data.joined(pieces));
    }

    private static Data argument(String format, String number, List<Data> arguments) {
        if (!number.matches("[0-9]{1,9}")) {
            throw new EvaluationFailure("format: no number in the braces of '" + format + "'");
        }
        int index = Integer.parseInt(number) + 1;
        if (index >= arguments.size()) {
            throw new EvaluationFailure("format: '" + format + "' has no argument {" + number + "}");
        }
        return arguments.get(index);
    }
}
