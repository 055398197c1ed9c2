package dev.slipway.render;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;

/** A template that cannot be read or printed: ours by a bug, a project's own by a mistake in it. */
public final class TemplateFault extends RuntimeException {
    private final String template;
    private final int line;
    private final int column;

    private TemplateFault(String template, int line, int column, String message, Exception cause) {
        super(firstLine(message), cause);
        this.template = template;
        this.line = line;
        this.column = column;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().map(String::strip).orElse("the template cannot be printed");
    }

    static TemplateFault of(String template, ParseException cause) {
        return new TemplateFault(
                template, cause.getLineNumber(), cause.getColumnNumber(), cause.getEditorMessage(), cause);
    }

    static TemplateFault of(String template, TemplateException cause) {
        boolean known = cause.getLineNumber() != null;
        return new TemplateFault(
                template,
                known ? cause.getLineNumber() : 1,
                known ? cause.getColumnNumber() : 1,
                cause.getMessageWithoutStackTop(),
                cause);
    }

    /** The name of the template, such as {@code workflow.yml.ftl}. */
    public String template() {
        return template;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }
}
