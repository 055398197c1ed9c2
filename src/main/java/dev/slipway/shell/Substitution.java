package dev.slipway.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A command {@code s/old/new/} of {@code sed} that looks for plain text, perhaps at an end of the line or together with
 * all that is before or after it: such commands cut names of platforms and versions. A dot in it is meant as one.
 *
 * @param old the plain text
 * @param first whether it must be at the beginning
 * @param last whether it must be at the end
 * @param before whether all that is before it goes, too
 * @param behind whether all that is after it goes, too
 * @param every whether all of them are replaced
 * @see <a href="https://www.gnu.org/software/sed/manual/html_node/The-_0022s_0022-Command.html">The "s" Command</a>
 */
record Substitution(
        String old, String replacement, boolean first, boolean last, boolean before, boolean behind, boolean every) {
    /** More than an honest script ever makes of a text, in characters. */
    private static final int MOST = 1_000_000;

    /** The one that a command does; empty if it does more, or searches for a pattern. */
    static Optional<Substitution> of(Command command) {
        List<String> scripts = command.arguments().stream()
                .filter(word -> !word.matches("-[eEr]"))
                .toList();
        return command.program().matches("g?sed") && scripts.size() == 1 ? of(scripts.get(0)) : Optional.empty();
    }

    private static Optional<Substitution> of(String command) {
        if (command.length() < 4 || command.charAt(0) != 's' || Character.isLetterOrDigit(command.charAt(1))) {
            return Optional.empty();
        }
        List<String> parts = TextFilter.parts(command.substring(2), command.charAt(1));
        boolean plain = parts.size() == 3
                && parts.get(1).matches("[^\\\\&]*+")
                && parts.get(2).matches("g?");
        return plain ? of(parts.get(0), parts.get(1), !parts.get(2).isEmpty()) : Optional.empty();
    }

    private static Optional<Substitution> of(String wanted, String replacement, boolean every) {
        boolean first = wanted.startsWith("^");
        String rest = first ? wanted.substring(1) : wanted;
        boolean last = rest.endsWith("$");
        rest = last ? rest.substring(0, rest.length() - 1) : rest;
        boolean before = rest.startsWith(".*");
        rest = before ? rest.substring(2) : rest;
        boolean behind = rest.endsWith(".*");
        rest = behind ? rest.substring(0, rest.length() - 2) : rest;
        boolean plain = rest.matches("(?:[A-Za-z0-9_/:, .-]|\\\\[.-])++");
        return plain
                ? Optional.of(new Substitution(rest.replace("\\", ""), replacement, first, last, before, behind, every))
                : Optional.empty();
    }

    /** The text afterward; empty if what is searched for may be in a part that only a run knows. */
    Optional<String> in(String text) {
        if (Symbols.open(text)) {
            return first || last || before || behind ? Optional.empty() : between(text);
        }
        return (long) text.length() * replacement.length() > MOST
                ? Optional.empty()
                : Optional.of(text.lines().map(this::changed).collect(Collectors.joining("\n")));
    }

    /** Symbols stay as they are. */
    private Optional<String> between(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        boolean found = false;
        while (at < text.length()) {
            int symbol = text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
            if (symbol > 0) {
                result.append(text, at, symbol + 1);
                at = symbol + 1;
            } else if (text.startsWith(old, at) && (every || !found)) {
                result.append(replacement);
                found = true;
                at += old.length();
            } else {
                result.append(text.charAt(at++));
            }
        }
        return found ? Optional.of(result.toString()) : Optional.empty();
    }

    private String changed(String line) {
        // as much as possible goes into what is before it
        int at = before || last && !behind ? line.lastIndexOf(old) : line.indexOf(old);
        boolean fits =
                at >= 0 && (!first || before || at == 0) && (!last || behind || at + old.length() == line.length());
        if (!fits) {
            return line;
        }
        String head = before ? "" : line.substring(0, at);
        String tail = behind ? "" : line.substring(at + old.length());
        boolean more = every && !first && !last && !before;
        return head + replacement + (more ? tail.replace(old, replacement) : tail);
    }
}
