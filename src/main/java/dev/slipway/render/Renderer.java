package dev.slipway.render;

import dev.slipway.model.docker.Dockerfile;
import dev.slipway.model.docker.Dockerignore;
import dev.slipway.model.workflow.Workflow;
import freemarker.core.Environment;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Writes values of the model as the texts of files. The same value gives the same text, always. */
public final class Renderer {
    /** The template of workflows. */
    public static final String WORKFLOW = "workflow.yml.ftl";

    /** The names of all templates. */
    public static final List<String> TEMPLATES = List.of(
            WORKFLOW,
            "Dockerfile.ftl",
            "dockerignore.ftl",
            "release-page.md.ftl",
            "installer.sh.ftl",
            "installer.ps1.ftl",
            "formula.rb.ftl",
            "winget-version.yaml.ftl",
            "winget-installer.yaml.ftl",
            "winget-locale.yaml.ftl");

    private static final String DOCKERFILE = "Dockerfile.ftl";
    private static final String DOCKERIGNORE = "dockerignore.ftl";

    private final Templates templates;
    private final Template visit;
    private final TemplateGuard guard;

    private Renderer(Templates templates, TemplateBounds bounds) {
        this.templates = templates;
        this.guard = new TemplateGuard(bounds);
        this.visit = templates.parse("visit.ftl", "<#visit it>");
    }

    /** Renders by our own templates. */
    public static Renderer standard() {
        return withOverrides(name -> Optional.empty());
    }

    /**
     * Renders by a project's templates where it has some.
     *
     * @param overrides the text of a template by its name, such as {@code workflow.yml.ftl}
     */
    public static Renderer withOverrides(Function<String, Optional<String>> overrides) {
        return withOverrides(overrides, TemplateBounds.STANDARD);
    }

    static Renderer withOverrides(Function<String, Optional<String>> overrides, TemplateBounds bounds) {
        return new Renderer(new Templates(overrides), bounds);
    }

    public String workflow(Workflow workflow) {
        return render(WORKFLOW, workflow, YamlPage::new);
    }

    /** @throws IllegalArgumentException where a value cannot be written in a Dockerfile */
    public String dockerfile(Dockerfile dockerfile) {
        return render(DOCKERFILE, dockerfile, DockerfilePage::new);
    }

    /** @throws IllegalArgumentException where a pattern cannot be written in an ignore file */
    public String dockerignore(Dockerignore dockerignore) {
        return render(DOCKERIGNORE, dockerignore, PatternPage::new);
    }

    /**
     * A page in Markdown.
     *
     * @param template its name, such as {@code docker-release-setup.md.ftl}
     * @param data what the template calls {@code .node}
     */
    public String page(String template, Record data) {
        return render(template, data, MarkdownPage::new);
    }

    /**
     * A page for a browser.
     *
     * @param template its name, such as {@code plan.html.ftl}
     * @param data what the template calls {@code .node}
     */
    public String html(String template, Record data) {
        return render(template, data, HtmlPage::new);
    }

    /**
     * A file that a package is made of: a program, or a manifest in YAML.
     *
     * @param template its name, such as {@code installer.sh.ftl}
     * @param data what the template calls {@code .node}
     * @throws IllegalArgumentException where a value would not be plain words in it
     */
    public String source(String template, Record data) {
        return template.endsWith(".yaml.ftl")
                ? render(template, data, YamlPage::new)
                : render(template, data, SourcePage::new);
    }

    private String render(String name, Record data, BiFunction<Page.Visitor, Integer, Page> kind) {
        return templates.overridden(name)
                ? guard.print(name, this::visit, visitor -> print(name, data, kind, visitor))
                : print(name, data, kind, this::visit);
    }

    private String print(String name, Record data, BiFunction<Page.Visitor, Integer, Page> kind, Page.Visitor visitor) {
        Template template = templates.named(name);
        Page page = kind.apply(visitor, 0);
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

    /** Lets the engine choose the macro, and print it on a page of its own. */
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
