package dev.slipway.source;

/**
 * A problem with its place in a file: what a person, an editor or a pull request is shown.
 *
 * @param rule the id of the rule that found it, such as {@code config} or {@code pinned-actions}
 * @param severity how much it matters
 * @param file the name of the text it is in
 * @param span where in that text
 * @param message what is wrong: lower case, no full stop
 * @param help what to write instead; may be empty
 * @param about the value of a document that it is about; the whole document if that is unknown
 */
public record Finding(
        String rule, Severity severity, String file, Span span, String message, String help, Pointer about)
        implements Comparable<Finding> {
    public Finding(String rule, Severity severity, String file, Span span, String message, String help) {
        this(rule, severity, file, span, message, help, Pointer.ROOT);
    }

    /** The same with another help. */
    public Finding with(String help) {
        return new Finding(rule, severity, file, span, message, help, about);
    }

    public Position position() {
        return span.start();
    }

    @Override
    public int compareTo(Finding other) {
        // the comparators of the JDK cannot go into an archive of classes, and take longer to link than this to run
        int file = this.file.compareTo(other.file);
        int place = file != 0 ? file : position().compareTo(other.position());
        int grave = place != 0 ? place : severity.compareTo(other.severity);
        int named = grave != 0 ? grave : rule.compareTo(other.rule);
        return named != 0 ? named : message.compareTo(other.message);
    }

    /** The first line of the printed form: {@code slipway.yml:14:11: error: unknown target 'linux-amd46' [config]}. */
    @Override
    public String toString() {
        return file + ":" + span.start() + ": " + severity.word() + ": " + message + " [" + rule + "]";
    }
}
