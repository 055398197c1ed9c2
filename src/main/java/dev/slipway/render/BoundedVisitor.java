package dev.slipway.render;

import freemarker.core.Environment;
import java.io.IOException;
import java.util.Optional;

/** Keeps what a project's own template prints within bounds, and says where in the template it does not. */
final class BoundedVisitor implements Page.Visitor {
    private final String template;
    private final TemplateBounds bounds;
    private final Page.Visitor visitor;
    private volatile Optional<Environment> printing = Optional.empty();
    private Optional<TemplateFault> exceeded = Optional.empty();
    private long characters;

    BoundedVisitor(String template, TemplateBounds bounds, Page.Visitor visitor) {
        this.template = template;
        this.bounds = bounds;
        this.visitor = visitor;
    }

    /** Where printing has arrived; any thread may ask. */
    TemplatePlace place() {
        return TemplatePlace.of(template, printing.orElse(null));
    }

    @Override
    public void begins(Environment environment) {
        printing = Optional.of(environment);
    }

    @Override
    public void visit(RecordNode node, Page page) throws IOException {
        visitor.visit(node, page);
    }

    @Override
    public void continues(int length) {
        check(length);
    }

    @Override
    public void adds(String line) {
        characters += line.length() + 1;
        check(characters);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < line.length() && Character.isLowSurrogate(line.charAt(i + 1))) {
                i++;
            } else if (c == '\r' || Character.isSurrogate(c)) {
                throw exceeds(
                        TemplatePlace.here(template),
                        String.format("prints the character U+%04X", (int) c),
                        c == '\r'
                                ? "end lines with a line feed"
                                : "print whole characters: no file can hold half of one");
            }
        }
    }

    private void check(long length) {
        if (length > bounds.characters()) {
            throw exceeds(
                    TemplatePlace.here(template),
                    "prints more than " + bounds.characters() + " characters",
                    "print less; a loop may not end here");
        }
    }

    /** The exception for a template that exceeds a limit; it counts even if the template recovers from it. */
    TemplateFault exceeds(TemplatePlace place, String what, String help) {
        TemplateFault fault = new TemplateFault(template, place, "the template " + what, help);
        exceeded = exceeded.or(() -> Optional.of(fault));
        return fault;
    }

    /** The first bound that the template went beyond. */
    Optional<TemplateFault> exceeded() {
        return exceeded;
    }

    @Override
    public RuntimeException failed(RuntimeException problem) {
        return problem instanceof TemplateFault
                ? problem
                : TemplateFault.of(template, TemplatePlace.here(template), problem);
    }
}
