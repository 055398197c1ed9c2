package dev.slipway.detect.image;

import dev.slipway.shell.Symbols;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in the variables of a bake file or a file of Compose.
 *
 * @param env what the command gets
 * @param defaults what the files say
 */
record BuildVariables(Map<String, String> env, Map<String, String> defaults) {
    private static final Pattern HOLE = Pattern.compile("\\$(?:\\{([^{}]{1,300})}|([A-Za-z_]\\w{0,60}))");
    private static final Pattern NAME = Pattern.compile("([A-Za-z_]\\w{0,60}+)(?:(:?[-?+])(.{0,200}+))?+");

    /** A text with its values, and symbols for those that only a run knows. */
    String fill(String text) {
        return HOLE.matcher(text)
                .replaceAll(
                        hole -> Matcher.quoteReplacement(value(hole.group(1) == null ? hole.group(2) : hole.group(1))));
    }

    private String value(String hole) {
        Matcher name = NAME.matcher(hole.strip());
        if (!name.matches()) {
            return Symbols.UNKNOWN; // an expression
        }
        String word = name.group(1);
        String known = env.getOrDefault(word, defaults.getOrDefault(word, ""));
        boolean other = String.valueOf(name.group(2)).endsWith("-");
        return !known.isEmpty() ? known : other ? fill(name.group(3)) : Symbols.byName(word);
    }
}
