package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code getopts} that is the condition of a loop.
 *
 * @param letters the options, each with a colon if it has a value
 * @param name the variable that gets the letter of an option; its value is in {@code OPTARG}
 */
record Options(String letters, String name) {
    static Optional<Options> by(Syntax condition) {
        if (condition instanceof Syntax.Sequence sequence && sequence.parts().size() == 1) {
            return by(sequence.parts().get(0));
        }
        if (condition instanceof Syntax.Simple simple && simple.words().size() == 3) {
            List<String> words = simple.words();
            boolean asks = words.get(0).equals("getopts");
            return asks
                    ? Optional.of(new Options(words.get(1).replaceAll("[\"']", ""), words.get(2)))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** The values of the variables for each option; the number of words that belong to options is in {@code OPTIND}. */
    List<Map<String, String>> values(List<String> arguments) {
        List<Map<String, String>> all = new ArrayList<>();
        int at = 0;
        while (at < arguments.size() && arguments.get(at).matches("-[A-Za-z0-9].*+")) {
            String word = arguments.get(at++);
            for (int i = 1; i < word.length(); i++) {
                String letter = word.substring(i, i + 1);
                boolean value = letters.contains(letter + ":");
                String rest = word.substring(i + 1);
                boolean next = value && rest.isEmpty() && at < arguments.size();
                String text = next ? arguments.get(at++) : value ? rest : "";
                String given = letters.contains(letter) ? letter : "?";
                all.add(Map.of(name, given, "OPTARG", text, "OPTIND", String.valueOf(at + 1)));
                if (value) {
                    break;
                }
            }
        }
        return all;
    }
}
