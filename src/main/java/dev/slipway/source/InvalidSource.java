package dev.slipway.source;

import java.util.List;
import java.util.stream.Collectors;

/** What the user sees of a text that has no meaning: every finding, in the order of the text, or of several that make one document. */
public final class InvalidSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SourceText> sources;
    private final transient List<Finding> findings;

    public InvalidSource(SourceText source, List<Finding> findings) {
        this(List.of(source), findings);
    }

    /** @param sources the texts that findings are in, at least one */
    public InvalidSource(List<SourceText> sources, List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.sources = List.copyOf(sources);
        this.findings = findings.stream().sorted().distinct().toList();
    }

    public List<SourceText> sources() {
        return sources;
    }

    public List<Finding> findings() {
        return findings;
    }
}
