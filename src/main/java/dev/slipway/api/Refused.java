package dev.slipway.api;

import java.util.List;

/**
 * Nothing was written, for these reasons. The message has all of them, with the line of the workflow that each is about
 * and what to write instead.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    Refused(List<String> problems) {
        super("nothing was written:\n\n" + String.join("\n", problems).strip());
        this.problems = List.copyOf(problems);
    }

    /** Each reason, in one line or several. */
    public List<String> problems() {
        return problems;
    }
}
