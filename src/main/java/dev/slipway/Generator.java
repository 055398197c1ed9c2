package dev.slipway;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.Header;
import dev.slipway.config.Bases;
import dev.slipway.config.Config;
import dev.slipway.config.ConfigReader;
import dev.slipway.config.Reading;
import dev.slipway.files.FileSet;
import dev.slipway.files.GeneratedFile;
import dev.slipway.lint.JobProblems;
import dev.slipway.lint.Linter;
import dev.slipway.plan.Paths;
import dev.slipway.plan.Planner;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.render.Renderer;
import dev.slipway.render.TemplateFault;
import dev.slipway.source.Document;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Locator;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Rejected;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line from the text of a config to the text of the files. */
public final class Generator {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._/:@+,()~-]+");
    private static final Pattern BELOW_A_FILE = Pattern.compile(
            "(dockerfile(\\.[^/]+)?|\\.slipway/(manifest(\\.[^/]+)?\\.json|(packages|scripts)/([^/]+/)?[^/]+\\.[a-z0-9]+))/.+");

    private final Renderer renderer;
    private final Overrides overrides;

    public Generator(Renderer renderer) {
        this(renderer, Overrides.NONE);
    }

    /** Generates by a project's own templates if it has some. */
    public Generator(Overrides overrides) {
        this(overrides.renderer(), overrides);
    }

    private Generator(Renderer renderer, Overrides overrides) {
        this.renderer = renderer;
        this.overrides = overrides;
    }

    /**
     * Generates everything that a config asks for, if it extends no other file.
     *
     * @throws InvalidSource with every mistake in the config
     */
    public Generation generate(SourceText source) {
        return generate(Bases.read(source, Version.current(), path -> Optional.empty()));
    }

    /**
     * The same with everything that the config extends.
     *
     * @throws InvalidSource with every mistake in the config and in what it extends
     */
    public Generation generate(Document document) {
        return attempt(document).orReject();
    }

    /**
     * The same for who looks for more mistakes in what was generated.
     *
     * @throws InvalidSource with every mistake because of which nothing can be generated
     */
    public Attempt attempt(Document document) {
        SourceText source = document.source();
        JobProblems checked = Linter.checkJobs(document.root());
        List<Problem> jobs = List.of();
        try {
            Reading reading = ConfigReader.read(document, Toolchains.READERS).and(name(source.name()));
            jobs = checked.problems();
            ReleasePlan plan = Planner.plan(reading, Paths.of(source.name()));
            checked.fault().ifPresent(fault -> {
                throw new IllegalStateException("the jobs could not be checked", fault);
            });
            overrides.check();
            Blueprint drawn = Blueprint.of(plan, new Header(Version.current(), source.name()));
            List<Problem> mistakes = new ArrayList<>(actions(reading.config(), drawn));
            List<Problem> page = page(drawn);
            mistakes.addAll(page);
            reject(page.isEmpty() ? List.of() : mistakes);
            mistakes.addAll(jobs);
            Blueprint blueprint = overrides.apply(drawn);
            Generation generation = new Generation(
                    document, plan, blueprint, overrides, render(plan.project().paths(), blueprint));
            mistakes.addAll(ConfigCheck.kept(generation));
            return new Attempt(generation, located(document, mistakes));
        } catch (Rejected rejected) {
            throw new InvalidSource(
                    document.sources(), located(document, together(rejected.problems(), jobs)), "the generated files");
        }
    }

    private static List<Finding> located(Document document, List<Problem> problems) {
        return new Locator(document).locate("config", Severity.ERROR, problems);
    }

    /** What is wrong with the config, and what is wrong with its jobs at other places. */
    private static List<Problem> together(List<Problem> problems, List<Problem> jobs) {
        Set<List<String>> told =
                problems.stream().map(problem -> problem.where().tokens()).collect(Collectors.toSet());
        return Stream.concat(
                        problems.stream(),
                        jobs.stream()
                                .filter(problem ->
                                        !told.contains(problem.where().tokens())))
                .toList();
    }

    /** Comments and commands of the generated files have the name, and none of it may mean anything there. */
    private static List<Problem> name(String config) {
        return NAME.matcher(config).matches()
                ? List.of()
                : List.of(Problem.at(
                        Pointer.ROOT,
                        "the path of the config, " + Quote.of(config)
                                + ", has characters that a shell or YAML may interpret",
                        "rename it: use letters, digits, '.', '_' and '-'"));
    }

    private static void reject(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    /** What is pinned has to be used by what was drawn. */
    private static List<Problem> actions(Config config, Blueprint blueprint) {
        return config.actions().keySet().stream()
                .filter(action -> !blueprint.uses(action))
                .map(action -> Problem.at(
                        Pointer.of("/actions").child(action).key(),
                        "no generated workflow uses " + Quote.of(action),
                        "remove it, or turn on what needs it"))
                .toList();
    }

    /** A file cannot also be a folder, not even without regard to case. */
    private static List<Problem> page(Blueprint blueprint) {
        String page = blueprint.page().map(Blueprint.Page::path).orElse("").toLowerCase(Locale.ROOT);
        return BELOW_A_FILE.matcher(page).matches()
                ? List.of(Problem.at(
                        Pointer.of("/docs/release"),
                        "a generated file has the name of a folder of this path",
                        "write another one, such as 'docs/releasing.md'"))
                : List.of();
    }

    private FileSet render(Paths paths, Blueprint blueprint) {
        try {
            return files(paths, blueprint);
        } catch (TemplateFault fault) {
            throw overrides.has(fault.template()) ? overrides.fault(fault) : fault;
        }
    }

    private FileSet files(Paths paths, Blueprint blueprint) {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(new GeneratedFile(paths.release(), renderer.workflow(blueprint.release())));
        blueprint.ci().ifPresent(ci -> files.add(new GeneratedFile(paths.ci(), renderer.workflow(ci))));
        blueprint.image().ifPresent(image -> {
            image.dockerfiles()
                    .forEach((path, dockerfile) -> files.add(new GeneratedFile(path, renderer.dockerfile(dockerfile))));
            image.dockerignores()
                    .forEach((path, ignored) -> files.add(new GeneratedFile(path, renderer.dockerignore(ignored))));
        });
        blueprint.scripts().forEach(script -> files.add(new GeneratedFile(script.path(), script.text())));
        blueprint
                .packages()
                .forEach(file ->
                        files.add(new GeneratedFile(file.path(), renderer.source(file.template(), file.data()))));
        blueprint
                .page()
                .ifPresent(page -> files.add(
                        new GeneratedFile(page.path(), renderer.page("release-page.md.ftl", page.content()))));
        return new FileSet(files);
    }
}
