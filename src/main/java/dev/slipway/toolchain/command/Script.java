package dev.slipway.toolchain.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script that the user wrote, in which a word such as {@code {target}} stands for a variable of the environment.
 *
 * @param lines as they are in the config
 */
record Script(List<String> lines) {
    static final List<String> WORDS = List.of("name", "platform", "target", "version");

    /** A word in braces, except for the shell's own <code>${name}</code>. */
    private static final Pattern WORD = Pattern.compile("(?<!\\$)\\{([a-z]+)\\}");

    Script {
        lines = List.copyOf(lines);
    }

    /** Whether a value is asked for, by its word or by its variable. */
    boolean uses(String word) {
        String variable = word.toUpperCase(Locale.ROOT);
        return lines.stream()
                .anyMatch(line -> line.contains("{" + word + "}")
                        || line.contains(variable)
                                && line.matches(".*\\$(\\{" + variable + "\\b|" + variable + "\\b).*"));
    }

    /** A word in single quotes, where the shell would not put its value. */
    Optional<String> hidden() {
        return lines.stream()
                .flatMap(line -> WORD.matcher(line)
                        .results()
                        .filter(found -> WORDS.contains(found.group(1)))
                        .filter(found -> Quotes.before(line, found.start()) == Quotes.SINGLE)
                        .map(found -> found.group()))
                .findFirst();
    }

    /** The script for the shell: each value quoted, unless it is already in quotes. */
    String text() {
        return String.join("\n", lines.stream().map(Script::line).toList());
    }

    private static String line(String line) {
        return WORD.matcher(line).replaceAll(found -> {
            if (!WORDS.contains(found.group(1))) {
                return Matcher.quoteReplacement(found.group());
            }
            String variable = found.group(1).toUpperCase(Locale.ROOT);
            boolean quoted = Quotes.before(line, found.start()) == Quotes.DOUBLE;
            return Matcher.quoteReplacement(quoted ? "${" + variable + "}" : "\"$" + variable + "\"");
        });
    }

    /** The quotes around a place in a line of shell. */
    private enum Quotes {
        NONE,
        SINGLE,
        DOUBLE;

        static Quotes before(String line, int place) {
            Quotes here = NONE;
            for (int i = 0; i < place; i++) {
                char c = line.charAt(i);
                if (c == '\\' && here != SINGLE) {
                    i++;
                } else if (c == '\'' && here != DOUBLE) {
                    here = here == SINGLE ? NONE : SINGLE;
                } else if (c == '"' && here != SINGLE) {
                    here = here == DOUBLE ? NONE : DOUBLE;
                }
            }
            return here;
        }
    }
}
