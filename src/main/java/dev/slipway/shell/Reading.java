package dev.slipway.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code read} that is the condition of a loop.
 *
 * @param names the variables that get the parts of a line
 * @param separators the characters between the parts; empty if a line is one part
 */
record Reading(List<String> names, String separators) {
    /** Options with a value. */
    private static final String WITH_VALUE = "-[a-zA-Z]*[dnNpitu]";

    static Optional<Reading> by(Syntax condition) {
        if (condition instanceof Syntax.Sequence sequence && sequence.parts().size() == 1) {
            return by(sequence.parts().get(0));
        }
        if (condition instanceof Syntax.Chain chain) { // read line || [[ -n $line ]]
            return by(chain.parts().get(0));
        }
        return condition instanceof Syntax.Simple simple ? of(simple.words()) : Optional.empty();
    }

    private static Optional<Reading> of(List<String> words) {
        int at = words.indexOf("read");
        boolean alone = at == 0 || at == 1 && words.get(0).startsWith("IFS=");
        if (!alone) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (int i = at + 1; i < words.size(); i++) {
            if (words.get(i).matches(WITH_VALUE)) {
                i++;
            } else if (words.get(i).matches("[A-Za-z_]\\w*")) {
                names.add(words.get(i));
            }
        }
        String given = at == 0 ? " \t" : words.get(0).substring("IFS=".length()).replaceAll("[$'\"]", "");
        return Optional.of(new Reading(names.isEmpty() ? List.of("REPLY") : names, given.replace("\\t", "\t")));
    }

    /** The values of the variables for a line; the last one gets the rest of it. */
    Map<String, String> values(String line) {
        Map<String, String> values = new LinkedHashMap<>();
        String rest = line.strip();
        for (int i = 0; i < names.size(); i++) {
            int end = i == names.size() - 1 ? rest.length() : end(rest);
            values.put(names.get(i), rest.substring(0, end));
            rest = end < rest.length() ? rest.substring(end + 1).stripLeading() : "";
        }
        return values;
    }

    private int end(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (separators.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
