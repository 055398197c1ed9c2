package dev.slipway.source;

import java.util.List;
import java.util.stream.Collectors;

/** What the user sees of a text that has no meaning: every finding, in the order of the text. */
public final class InvalidSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SourceText source;
    private final transient List<Finding> findings;

    public InvalidSource(SourceText source, List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.source = source;
        this.findings = findings.stream().sorted().distinct().toList();
    }

    public SourceText source() {
        return source;
    }

    public List<Finding> findings() {
        return findings;
    }
}
