package dev.slipway.source;

import java.util.List;
import java.util.stream.Collectors;

/** Says that a document has no meaning, and everything that prevents one. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Rejected(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
