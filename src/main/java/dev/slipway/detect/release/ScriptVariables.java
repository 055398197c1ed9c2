package dev.slipway.detect.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What variables of a script stand for, if a line of it sets them to a path or a name.
 *
 * @param values by name, as the script writes them, with other variables in them
 */
record ScriptVariables(Map<String, String> values) {
    private static final Pattern SET = Pattern.compile(
            "^(?:(?:export|readonly|local) )?+([A-Za-z_]\\w{0,60}+)=[\"']?+([^\"'`()\\s]{1,200}+)[\"']?+$");

    /** A word that is a variable, and nothing else. */
    private static final Pattern WORD =
            Pattern.compile("(?<=[\\s\"])\\$(?:\\{([A-Za-z_]\\w{0,60}+)}|([A-Za-z_]\\w{0,60}+))(?=[\\s\"]|$)");

    private static final Pattern USED =
            Pattern.compile("(?:\\benv\\.|\\$\\{?+(?:env:)?+)([A-Za-z_]\\w{0,200}+)|%([A-Za-z_]\\w{0,200}+)%");

    private static final int MOST = 200;
    private static final int LONGEST = 1000;

    ScriptVariables {
        values = Map.copyOf(values);
    }

    /** The names of the variables that a workflow reads, in its inputs and scripts. */
    static Set<String> read(String workflow) {
        return USED.matcher(workflow)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toSet());
    }

    /** Those of a script; of one that is set twice, the last value counts. */
    static ScriptVariables of(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        lines.stream()
                .filter(line -> line.length() < LONGEST)
                .map(line -> SET.matcher(line.strip()))
                .filter(Matcher::matches)
                .limit(MOST)
                .forEach(set -> values.put(set.group(1), set.group(2)));
        return new ScriptVariables(values);
    }

    /** A line with the values of the words that are variables; as it is if that is too long. */
    String filled(String line) {
        String filled = WORD.matcher(line).replaceAll(word -> {
            String name = word.group(1) == null ? word.group(2) : word.group(1);
            return Matcher.quoteReplacement(values.getOrDefault(name, word.group()));
        });
        return filled.length() < LONGEST ? filled : line;
    }
}
