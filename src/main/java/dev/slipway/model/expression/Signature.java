package dev.slipway.model.expression;

import java.util.List;
import java.util.Optional;

/**
 * How many arguments a function takes.
 *
 * @param name as GitHub writes it; calls may write it in any case
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions">Functions</a>
 */
public record Signature(String name, int least, int most) {
    private static final int MANY = 255;

    /** Every function that GitHub has. */
    public static final List<Signature> ALL = List.of(
            new Signature("always", 0, 0),
            new Signature("cancelled", 0, 0),
            new Signature("case", 3, MANY),
            new Signature("contains", 2, 2),
            new Signature("endsWith", 2, 2),
            new Signature("failure", 0, MANY),
            new Signature("format", 1, MANY),
            new Signature("fromJSON", 1, 1),
            new Signature("hashFiles", 1, MANY),
            new Signature("join", 1, 2),
            new Signature("startsWith", 2, 2),
            new Signature("success", 0, MANY),
            new Signature("toJSON", 1, 1));

    /** The function of this name, in any case. */
    public static Optional<Signature> of(String function) {
        return ALL.stream().filter(one -> one.name.equalsIgnoreCase(function)).findFirst();
    }

    /** Why it cannot be called with so many arguments; nothing if it can. */
    public Optional<String> refuses(int arguments) {
        if (arguments < least || arguments > most) {
            return Optional.of("'" + name + "' takes " + words() + " arguments, not " + arguments);
        }
        return name.equals("case") && arguments % 2 == 0
                ? Optional.of("'case' has no value for when nothing matches")
                : Optional.empty();
    }

    private String words() {
        if (least == most) {
            return "exactly " + least;
        }
        return most == MANY ? "at least " + least : least + " to " + most;
    }
}
