package dev.slipway.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the user sees of a text that has no meaning: every finding, in the order of the text, or of several that make one
 * document; and what could not be looked at because of them.
 */
public final class InvalidSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SourceText> sources;
    private final transient List<Finding> findings;
    private final String unchecked;

    public InvalidSource(SourceText source, List<Finding> findings) {
        this(List.of(source), findings);
    }

    /** @param sources the texts that findings are in, at least one */
    public InvalidSource(List<SourceText> sources, List<Finding> findings) {
        this(sources, findings, "");
    }

    /**
     * @param sources the texts that findings are in, at least one
     * @param unchecked what else may be wrong, such as {@code the generated files}; empty if everything was looked at
     */
    public InvalidSource(List<SourceText> sources, List<Finding> findings, String unchecked) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.sources = List.copyOf(sources);
        this.findings = findings.stream().sorted().distinct().toList();
        this.unchecked = unchecked;
    }

    /** The same with other findings in the same texts. */
    public InvalidSource with(List<Finding> others) {
        return new InvalidSource(sources, others, unchecked);
    }

    public List<SourceText> sources() {
        return sources;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** What was not looked at, such as {@code the generated files}; empty if everything was. */
    public String unchecked() {
        return unchecked;
    }
}
