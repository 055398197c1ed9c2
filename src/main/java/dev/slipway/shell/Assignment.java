package dev.slipway.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a script that sets a variable.
 *
 * @param key of the item that it sets, or nothing
 * @param adds whether the text is added to what is there, as in {@code FLAGS+=" -s"}
 * @param list whether the text is the items of an array, as a script has them between parentheses
 * @param text as it is written, with quotes and variables
 */
record Assignment(String name, String key, boolean adds, boolean list, String text) {
    private static final Pattern WORD =
            Pattern.compile("(?s)([A-Za-z_][A-Za-z0-9_]*+)(?:\\[([^]\\s]++)])?(\\+?)=(.*+)");

    /** Empty for any other word. */
    static Optional<Assignment> of(String word) {
        Matcher matcher = WORD.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String key = matcher.group(2) == null ? "" : matcher.group(2);
        String text = matcher.group(4);
        boolean list = text.startsWith("(") && text.endsWith(")");
        boolean adds = !matcher.group(3).isEmpty();
        return Optional.of(
                new Assignment(matcher.group(1), key, adds, list, list ? text.substring(1, text.length() - 1) : text));
    }

    /** The names that some words set. */
    static List<String> names(List<String> words) {
        return words.stream()
                .flatMap(word -> of(word).stream())
                .map(Assignment::name)
                .toList();
    }

    /**
     * Sets the variable.
     *
     * @param filled the text with its variables filled in
     * @param doubtful whether only a run can tell that it is set
     */
    void set(Scope scope, String filled, boolean doubtful) {
        String known = filled.equals(Symbols.UNKNOWN) ? Symbols.byName(name) : filled;
        String before = adds ? scope.text(name) : "";
        String all = !key.isEmpty()
                ? Items.in(scope.text(name)).with(key, known).value()
                : adds && list
                        ? Items.in(before).and(Items.in(known)).value()
                        : before + (before.isEmpty() ? known.stripLeading() : known);
        scope.set(name, doubtful && Effects.answers(all) ? Symbols.UNKNOWN : all);
    }
}
