package dev.slipway.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What scripts cut out of a version whose numbers only a run knows, such as <code>${VERSION%.*}</code>. */
final class VersionParts {
    private static final List<String> NUMBERS = List.of("{major}", "{minor}", "{patch}");

    /** Patterns after {@code #} or {@code %}, and the numbers that they leave: from one to another, counted from 1. */
    private static final Map<String, List<Integer>> CUTS = Map.of(
            "%.*", List.of(1, 2),
            "%%.*", List.of(1, 1),
            "%.*.*", List.of(1, 1),
            "#*.", List.of(2, 3),
            "##*.", List.of(3, 3),
            "#*.*.", List.of(3, 3));

    /** Numbers with dots between them, as a regular expression. */
    private static final Pattern NUMBER_GROUP = Pattern.compile(
            "(?:\\[0-9]|\\\\d|\\[\\[:digit:]])\\\\?[+*]?(?:\\\\\\.(?:\\[0-9]|\\\\d|\\[\\[:digit:]])\\\\?[+*]?){0,2}");

    private VersionParts() {}

    /** Whether a text is a version or a tag, and nothing else. */
    static boolean isOne(String text) {
        return Symbols.settled(text).equals(Symbols.VERSION)
                || Symbols.settled(text).equals(Symbols.TAG);
    }

    /**
     * Some of the numbers, with their dots.
     *
     * @param text a version or a tag
     * @param first counted from 1
     * @param last the number of the last one, or any larger number for all
     */
    static String between(String text, int first, int last) {
        if (first == 1 && last >= NUMBERS.size()) {
            return text;
        }
        boolean tag = Symbols.settled(text).equals(Symbols.TAG); // before its first number is what only the tag knows
        return first > NUMBERS.size() || tag && first == 1
                ? Symbols.UNKNOWN
                : String.join(".", NUMBERS.subList(first - 1, Math.min(last, NUMBERS.size())));
    }

    /**
     * What {@code sed} leaves of a version: the numbers that its only group matches, or those before what it removes.
     *
     * @return nothing for any other script
     */
    static Optional<String> sed(String text, String script) {
        if (!isOne(text)) {
            return Optional.empty();
        }
        if (script.matches("s([/|#])(?:\\\\\\.|\\[\\.])\\.\\*\\$?\\1\\1g?")) {
            return Optional.of(between(text, 1, 1));
        }
        if (script.matches("s([/|#])(?:\\\\\\.|\\[\\.])(?:\\[0-9]|\\[\\^\\.])[+*]\\$\\1\\1g?")) {
            return Optional.of(between(text, 1, 2));
        }
        String plain = script.replace("\\(", "(").replace("\\)", ")");
        int open = plain.indexOf('(');
        int close = plain.indexOf(')');
        String end = plain.replaceFirst("[gp]{1,2}$", "");
        boolean one = open > 0
                && close > open
                && plain.lastIndexOf('(') == open
                && Stream.of("/", "|", "#")
                        .anyMatch(mark -> end.startsWith("s" + mark) && end.endsWith(mark + "\\1" + mark));
        String group = one ? plain.substring(open + 1, close) : "";
        return NUMBER_GROUP.matcher(group).matches()
                ? Optional.of(between(Symbols.VERSION, 1, group.split("\\.", -1).length))
                : Optional.empty();
    }

    /** What is left after a pattern that cuts numbers off; nothing for any other text or pattern. */
    static Optional<String> cut(String text, String operator) {
        return Optional.ofNullable(CUTS.get(operator))
                .filter(any -> isOne(text))
                .map(kept -> between(text, kept.get(0), kept.get(1)));
    }
}
