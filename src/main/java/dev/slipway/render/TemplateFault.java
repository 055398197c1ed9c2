package dev.slipway.render;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A template that cannot be read or printed: ours by a bug, a project's own by a mistake in it. */
public final class TemplateFault extends RuntimeException {
    private static final int LONGEST = 300;

    /** How the engine names its own classes: {@code (wrapper: f.t.SimpleScalar)}. */
    private static final Pattern INTERNALS = Pattern.compile(" ?\\(wrapper: [^)]*\\)|\\b(?:[a-z]\\.){2,8}[A-Z][\\w$]*");

    private final String template;
    private final TemplatePlace place;
    private final String help;

    TemplateFault(String template, TemplatePlace place, String message, String help) {
        super(message);
        this.template = template;
        this.place = place;
        this.help = help;
    }

    private TemplateFault(String template, TemplatePlace place, Exception cause, Optional<String> message) {
        super(
                message.map(TemplateFault::said)
                        .filter(said -> !said.isBlank())
                        .orElse("the template cannot be printed"),
                cause);
        this.template = template;
        this.place = place;
        this.help = "";
    }

    /** What an engine says, in a line that is for people. */
    private static String said(String message) {
        if (message.startsWith("Lexical error: encountered <EOF>")) {
            return "the template ends inside an expression";
        }
        String line = message.lines().findFirst().orElse("").strip();
        String cut = line.length() > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST))) + "…"
                : line;
        return INTERNALS.matcher(cut).replaceAll("").replace("${...}", "[=...]").replaceFirst("[:.]$", "");
    }

    static TemplateFault of(String template, ParseException cause) {
        return new TemplateFault(
                template,
                new TemplatePlace(cause.getLineNumber(), cause.getColumnNumber()),
                cause,
                Optional.ofNullable(cause.getEditorMessage()));
    }

    static TemplateFault of(String template, TemplateException cause) {
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof TemplateFault fault) {
                return fault;
            }
        }
        Optional<String> message = cause.getCause() instanceof RuntimeException unexpected
                ? message(unexpected)
                : Optional.ofNullable(cause.getMessageWithoutStackTop());
        return new TemplateFault(template, place(cause), cause, message);
    }

    private static TemplatePlace place(TemplateException cause) {
        boolean known = cause.getLineNumber() != null;
        return known ? new TemplatePlace(cause.getLineNumber(), cause.getColumnNumber()) : TemplatePlace.START;
    }

    static TemplateFault of(String template, TemplatePlace place, RuntimeException cause) {
        return new TemplateFault(template, place, cause, message(cause));
    }

    /** Our own words; those of the JDK speak of classes. */
    private static Optional<String> message(RuntimeException problem) {
        boolean ours = problem instanceof IllegalArgumentException || problem instanceof UnsupportedOperationException;
        return ours
                ? Optional.ofNullable(problem.getMessage())
                : Optional.of("the template prints or calls something with a value of the wrong kind");
    }

    /** The name of the template, such as {@code workflow.yml.ftl}. */
    public String template() {
        return template;
    }

    /** From 1. */
    public int line() {
        return place.line();
    }

    /** From 1. */
    public int column() {
        return place.column();
    }

    /** What to do, if that is known; else empty. */
    public String help() {
        return help;
    }
}
