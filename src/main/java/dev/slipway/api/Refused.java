package dev.slipway.api;

import java.util.List;

/**
 * Thrown if nothing was written. The message has all reasons, each with the line of the workflow that it is about and what
 * to write instead.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    Refused(List<String> problems) {
        super("nothing was written:\n\n" + String.join("\n", problems).strip());
        this.problems = List.copyOf(problems);
    }

    /** The reasons; each is one or more lines of text. */
    public List<String> problems() {
        return problems;
    }
}
