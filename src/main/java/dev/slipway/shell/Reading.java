package dev.slipway.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code read} and {@code mapfile} set.
 *
 * @param names the variables that get the parts of a line; the last one gets the rest of it
 * @param list whether the first one gets all of them as items
 * @param lines whether the parts are lines
 * @see <a href="https://www.gnu.org/software/bash/manual/html_node/Bash-Builtins.html">Bash Builtins</a>
 */
record Reading(List<String> names, boolean list, boolean lines) {
    /** Options of {@code read} with a value. */
    private static final String WITH_VALUE = "-[a-zA-Z]*[dnNpitu]";

    /** The command of a condition that reads, if there is one. */
    static Optional<Syntax> in(Syntax condition) {
        if (condition instanceof Syntax.Sequence sequence && sequence.parts().size() == 1) {
            return in(sequence.parts().get(0));
        }
        if (condition instanceof Syntax.Chain chain) { // read line || [[ -n $line ]]
            return in(chain.parts().get(0));
        }
        boolean reads =
                condition instanceof Syntax.Simple simple && simple.words().contains("read");
        return reads ? Optional.of(condition) : Optional.empty();
    }

    /** Empty for any other command. */
    static Optional<Reading> of(List<String> words) {
        boolean lines = words.get(0).matches("mapfile|readarray");
        if (!lines && !words.get(0).equals("read")) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        boolean list = lines;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            list |= word.matches("-[a-zA-Z]*a");
            if (word.matches(lines ? "-[dnOsuCc]" : WITH_VALUE)) {
                i++;
            } else if (word.matches("[A-Za-z_]\\w*")) {
                names.add(word);
            }
        }
        String usual = lines ? "MAPFILE" : "REPLY";
        return Optional.of(new Reading(names.isEmpty() ? List.of(usual) : names, list, lines));
    }

    /**
     * The values of the variables.
     *
     * @param in what is read: nothing is known of it if it is empty, has several lines, or is a pattern that no file fits
     * @param given the characters between the parts, if they are not the usual ones
     */
    Map<String, String> values(String in, Optional<String> given) {
        String separators = lines ? "\n" : given.orElse(" \t");
        boolean several = in.strip().indexOf('\n') >= 0 && !lines;
        boolean within = Symbols.open(in) && separators.chars().anyMatch(c -> "./-+_".indexOf(c) >= 0);
        boolean known = !in.isEmpty() && !several && !within && !in.contains(Symbols.UNKNOWN) && in.indexOf('*') < 0;
        Map<String, String> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, Symbols.byName(name)));
        if (known && list) {
            values.put(names.get(0), new Items(parts(in.strip(), separators)).value());
        } else if (known) {
            String rest = in.strip();
            for (int i = 0; i < names.size(); i++) {
                int end = i == names.size() - 1 ? rest.length() : end(rest, separators);
                values.put(names.get(i), rest.substring(0, end));
                rest = end < rest.length() ? rest.substring(end + 1).stripLeading() : "";
            }
        }
        return values;
    }

    private static List<String> parts(String line, String separators) {
        List<String> parts = new ArrayList<>();
        for (String rest = line; !rest.isEmpty(); ) {
            int end = end(rest, separators);
            parts.add(rest.substring(0, end));
            rest = end < rest.length() ? rest.substring(end + 1).stripLeading() : "";
        }
        return parts;
    }

    private static int end(String text, String separators) {
        for (int i = 0; i < text.length(); i++) {
            if (separators.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
