package dev.slipway.shell;

import java.util.List;
import java.util.Optional;

/**
 * {@code sed s/from/to/} of plain words, done without a regular expression: a dot in them is meant as one.
 *
 * @param from what is searched for
 * @param to what takes its place
 * @param all whether it is replaced everywhere
 */
record Substitution(String from, String to, boolean all) {
    private static final String SPECIAL = "*[]^$\\+?{}()|&";

    /** The one that a command does; nothing if it does more, or searches for a pattern. */
    static Optional<Substitution> of(Command command) {
        List<String> scripts = command.arguments().stream()
                .filter(word -> !word.matches("-[eEr]"))
                .toList();
        if (!command.program().matches("g?sed") || scripts.size() != 1) {
            return Optional.empty();
        }
        String script = scripts.get(0);
        if (script.length() < 4 || script.charAt(0) != 's' || Character.isLetterOrDigit(script.charAt(1))) {
            return Optional.empty();
        }
        int middle = script.indexOf(script.charAt(1), 2);
        int end = middle < 0 ? -1 : script.indexOf(script.charAt(1), middle + 1);
        String flags = end < 0 ? "?" : script.substring(end + 1);
        if (!flags.isEmpty() && !flags.equals("g")) {
            return Optional.empty();
        }
        Substitution found =
                new Substitution(script.substring(2, middle), script.substring(middle + 1, end), !flags.isEmpty());
        return Optional.of(found).filter(one -> !one.from.isEmpty() && isPlain(one.from) && isPlain(one.to));
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(one -> SPECIAL.indexOf(one) >= 0);
    }

    /** The text afterward; nothing if what is searched for may be in a part that only a run knows. */
    Optional<String> in(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        boolean found = false;
        while (at < text.length()) {
            int symbol = text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
            if (symbol > 0) {
                result.append(text, at, symbol + 1);
                at = symbol + 1;
            } else if (text.startsWith(from, at) && (all || !found)) {
                result.append(to);
                found = true;
                at += from.length();
            } else {
                result.append(text.charAt(at++));
            }
        }
        return found || !Symbols.open(text) ? Optional.of(result.toString()) : Optional.empty();
    }
}
