package dev.slipway.render;

import dev.slipway.model.docker.Dockerfile;
import dev.slipway.model.docker.Dockerignore;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    private final Function<String, Optional<String>> overrides;
    private final TemplateBounds bounds;
    private @Nullable TemplateEngine engine;

    private Renderer(Function<String, Optional<String>> overrides, TemplateBounds bounds) {
        this.overrides = overrides;
        this.bounds = bounds;
    }

    /** Renders by our own templates. */
    public static Renderer standard() {
        return withOverrides(name -> Optional.empty());
    }

    /**
     * Renders by a project's templates if it has some.
     *
     * @param overrides the text of a template by its name, such as {@code workflow.yml.ftl}
     */
    public static Renderer withOverrides(Function<String, Optional<String>> overrides) {
        return withOverrides(overrides, TemplateBounds.STANDARD);
    }

    static Renderer withOverrides(Function<String, Optional<String>> overrides, TemplateBounds bounds) {
        return new Renderer(overrides, bounds);
    }

    public String workflow(Workflow workflow) {
        return render(WORKFLOW, workflow, YamlPage::new);
    }

    /** @throws IllegalArgumentException if a value cannot be written in a Dockerfile */
    public String dockerfile(Dockerfile dockerfile) {
        return render(DOCKERFILE, dockerfile, DockerfilePage::new);
    }

    /** @throws IllegalArgumentException if a pattern cannot be written in an ignore file */
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
     * @throws IllegalArgumentException if a value would not be plain words in it
     */
    public String source(String template, Record data) {
        return template.endsWith(".yaml.ftl")
                ? render(template, data, YamlPage::new)
                : render(template, data, SourcePage::new);
    }

    private String render(String name, Record data, PageKind kind) {
        Optional<Prepared> ours = overrides.apply(name).isPresent() ? Optional.empty() : PreparedTemplates.named(name);
        return ours.isPresent() ? print(ours.get(), data, kind) : engine().print(name, data, kind);
    }

    private static String print(Prepared template, Record data, PageKind kind) {
        Page page = kind.empty((node, nested) -> template.print(node.value(), nested), 0);
        try {
            template.print(data, page);
        } catch (IOException e) {
            throw new IllegalStateException("a page is written in memory", e);
        }
        return page.toString();
    }

    /** Most runs need none: it takes longer to set up than all files take to print. */
    private synchronized TemplateEngine engine() {
        if (engine == null) {
            engine = new TemplateEngine(overrides, bounds);
        }
        return engine;
    }
}
