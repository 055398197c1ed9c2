package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.List;

/**
 * What an expression in PowerShell is, in words of a shell.
 *
 * @param items one, or those of a list
 * @param test a command that ends well if it is true
 * @param prints a command whose output it is; empty for any other
 * @param between what separates the parts that it is cut into, as a word; empty if it is whole
 */
record Value(List<String> items, String test, String prints, String between) {
    /** More characters than any honest value has. */
    private static final int LONGEST = 20_000;

    private static final int LONGEST_COMMAND = 2 * LONGEST;

    /** In place of a separator: the first part is all that was found, and of the others only a version is known. */
    static final String FOUND = "*";

    static final Value UNKNOWN = answer("[ " + Word.UNKNOWN + " ]");

    /** A single word. */
    static Value of(String word) {
        return word.length() > LONGEST ? UNKNOWN : new Value(List.of(word), "[ -n " + word + " ]", "", "");
    }

    /** A list. */
    static Value list(List<String> items) {
        return new Value(items, UNKNOWN.test, "", "");
    }

    /** What only a test asks for. */
    static Value answer(String test) {
        return new Value(List.of(Word.UNKNOWN), test, "", "");
    }

    /** What a command prints. */
    static Value output(String command) {
        return command.length() > LONGEST_COMMAND
                ? UNKNOWN
                : new Value(List.of("\"$(" + command + ")\""), command, command, "");
    }

    /** What a filter makes of it. */
    Value through(String filter) {
        return output("echo " + joined() + " | " + filter);
    }

    /** The same, cut into parts. */
    Value cut(String separator) {
        return new Value(items, UNKNOWN.test, prints, separator);
    }

    /** One of its parts or items. */
    Value at(int index) {
        if (between.equals(FOUND)) {
            return index == 0 ? this : through("sed -n p");
        }
        if (items.equals(List.of("\"${@}\"")) && index >= 0 && index < 9) {
            return of("\"${" + (index + 1) + "}\"");
        }
        if (between.isEmpty()) {
            boolean one = items.size() > 1 && index < items.size() && index >= -items.size();
            return one ? of(items.get(index < 0 ? items.size() + index : index)) : UNKNOWN;
        }
        boolean single = between.matches("'.'");
        return index >= 0 && single
                ? through("cut -d" + between + " -f" + (index + 1))
                : index == -1 && between.matches("'[\\w./ -]'") ? through("sed 's|.*'" + between + "'||'") : UNKNOWN;
    }

    /** All of it in one word. */
    String word() {
        return between.isEmpty() || between.equals(FOUND) ? joined() : Word.UNKNOWN;
    }

    private String joined() {
        return items.isEmpty() ? "''" : String.join("\" \"", items);
    }

    /** The words of a list: a variable or an output may hold several. */
    List<String> spread() {
        if (items.size() != 1 || !between.isEmpty()) {
            return items;
        }
        String word = items.get(0);
        return List.of(
                !prints.isEmpty()
                        ? "$(" + prints + ")"
                        : word.matches("\"\\$\\{[a-z_]\\w*+}\"") ? word.replace("}\"", "[@]}\"") : word);
    }

    /** What a statement prints of it. */
    String printed() {
        return prints.isEmpty() ? "echo " + String.join("\"$'\\n'\"", items) : prints;
    }

    /** It, and then another one. */
    Value plus(Value other) {
        if (items.size() < 2) {
            return of(word() + other.word());
        }
        List<String> all = new ArrayList<>(items);
        all.addAll(other.items);
        return list(all);
    }

    /** Its items in one word. */
    Value joined(String with) {
        boolean longer = (long) items.size() * with.length() > LONGEST;
        return items.size() < 2 ? this : longer ? UNKNOWN : of(String.join(with, items));
    }

    /** {@code '{0}-{1}.zip' -f $name, $target} */
    Value formatted(List<String> values) {
        String form = word();
        if (!form.startsWith("\"") && !form.startsWith("'")) {
            return UNKNOWN;
        }
        char quote = form.charAt(0);
        StringBuilder word = new StringBuilder();
        int from = 0;
        for (int open = form.indexOf('{'); open >= 0 && word.length() < LONGEST; open = form.indexOf('{', open + 1)) {
            int number = form.startsWith("}", open + 2) ? form.charAt(open + 1) - '0' : -1;
            if (number >= 0 && number <= 9 && number < values.size()) {
                word.append(form, from, open)
                        .append(quote)
                        .append(values.get(number))
                        .append(quote);
                from = open + 3;
            }
        }
        return word.length() < LONGEST ? of(word.append(form.substring(from)).toString()) : UNKNOWN;
    }
}
