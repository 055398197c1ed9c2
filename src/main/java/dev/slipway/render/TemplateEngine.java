package dev.slipway.render;

import freemarker.core.Environment;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Function;

/** Prints by FreeMarker: a project's own templates, and those of ours that are not prepared. */
final class TemplateEngine {
    private final Templates templates;
    private final Template visit;
    private final TemplateGuard guard;

    TemplateEngine(Function<String, Optional<String>> overrides, TemplateBounds bounds) {
        this.templates = new Templates(overrides);
        this.guard = new TemplateGuard(bounds);
        this.visit = templates.parse("visit.ftl", "<#visit it>");
    }

    String print(String name, Record data, PageKind kind) {
        return templates.overridden(name)
                ? guard.print(name, this::visit, visitor -> print(name, data, kind, visitor))
                : print(name, data, kind, this::visit);
    }

    private String print(String name, Record data, PageKind kind, Page.Visitor visitor) {
        Template template = templates.named(name);
        Page page = kind.empty(visitor, 0);
        try {
            Environment environment = template.createProcessingEnvironment(null, page);
            environment.setCurrentVisitorNode(new RecordNode(data));
            visitor.begins(environment);
            environment.process();
        } catch (TemplateException e) {
            throw TemplateFault.of(name, e);
        } catch (IOException e) {
            throw new IllegalStateException("a page is written in memory", e);
        }
        return page.toString();
    }

    /** Lets the engine choose the macro, and print it on a separate page. */
    private void visit(RecordNode node, Page page) throws IOException {
        Environment environment = Environment.getCurrentEnvironment();
        Writer before = environment.getOut();
        environment.setOut(page);
        environment.setVariable("it", node);
        try {
            environment.include(visit);
        } catch (TemplateException e) {
            throw TemplateFault.of(environment.getMainTemplate().getName(), e);
        } finally {
            environment.setOut(before);
        }
    }
}
