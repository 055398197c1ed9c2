package dev.slipway.source;

import java.util.Comparator;

/**
 * A problem with its place in a file: what a person, an editor or a pull request is shown.
 *
 * @param rule the id of the rule that found it, such as {@code config} or {@code pinned-actions}
 * @param severity how much it matters
 * @param file the name of the text it is in
 * @param span where in that text
 * @param message what is wrong: lower case, no full stop
 * @param help what to write instead; may be empty
 */
public record Finding(String rule, Severity severity, String file, Span span, String message, String help)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparing(finding -> finding.span().start())
            .thenComparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    public Position position() {
        return span.start();
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** The first line of the printed form: {@code slipway.yml:14:11: error: unknown target 'linux-amd46' [config]}. */
    @Override
    public String toString() {
        return file + ":" + span.start() + ": " + severity.word() + ": " + message + " [" + rule + "]";
    }
}
