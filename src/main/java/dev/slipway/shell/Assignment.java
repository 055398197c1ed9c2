package dev.slipway.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a script that sets a variable.
 *
 * @param adds whether the text is added to what is there, as in {@code FLAGS+=" -s"}
 * @param text as it is written, with quotes and variables
 */
record Assignment(String name, boolean adds, String text) {
    private static final Pattern WORD = Pattern.compile("(?s)([A-Za-z_][A-Za-z0-9_]*+)(\\+?)=(.*+)");

    /** Empty for any other word. */
    static Optional<Assignment> of(String word) {
        Matcher matcher = WORD.matcher(word);
        return matcher.matches()
                ? Optional.of(new Assignment(matcher.group(1), !matcher.group(2).isEmpty(), matcher.group(3)))
                : Optional.empty();
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
        String all = before + (before.isEmpty() ? known.stripLeading() : known);
        scope.set(name, doubtful && Effects.answers(all) ? Symbols.UNKNOWN : all);
    }
}
