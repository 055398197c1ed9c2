package dev.slipway.report;

import dev.slipway.source.Severity;
import dev.slipway.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that a job prints to put a message next to a line of a pull request.
 *
 * @param title what stands above the message
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message">workflow
 *     commands</a>
 */
record Annotation(Severity severity, String file, Span span, String title, String message) {
    private static final Pattern LINE = Pattern.compile("[^\r\n]+");

    @Override
    public String toString() {
        int column = span.start().column();
        return "::" + command() + " file=" + property(file) + ",line="
                + span.start().line() + ",col=" + column + ",endColumn=" + (column + span.length()) + ",title="
                + property(title) + "::" + data(message);
    }

    private String command() {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    /** Its line breaks are written in GitHub's way, all else that is invisible in ours. */
    private static String data(String text) {
        String visible = LINE.matcher(text).replaceAll(line -> Matcher.quoteReplacement(Printable.line(line.group())));
        return visible.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
