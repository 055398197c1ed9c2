package dev.slipway;

import dev.slipway.config.ConfigReader;
import dev.slipway.plan.Image;
import dev.slipway.plan.Page;
import dev.slipway.plan.Paths;
import dev.slipway.plan.Planner;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.TagRule;
import dev.slipway.source.Document;
import dev.slipway.source.Finding;
import dev.slipway.source.Locator;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Rejected;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The other projects of a repository: no tag may release two of them, and no image and no file may belong to two.
 *
 * @param projects those whose configs can be planned; the others are reported if they are asked for
 */
public record OtherProjects(List<OtherProject> projects) {
    private static final Pointer TAG = Pointer.of("/tag");

    public OtherProjects {
        projects = List.copyOf(projects);
    }

    /** Another project of the repository. */
    private record OtherProject(Document document, ReleasePlan plan) {
        static Optional<OtherProject> of(Document document) {
            try {
                return Optional.of(new OtherProject(
                        document,
                        Planner.plan(
                                ConfigReader.read(document, Toolchains.READERS),
                                Paths.of(document.source().name()))));
            } catch (Rejected invalid) {
                return Optional.empty();
            }
        }

        String name() {
            return document.source().name();
        }

        /** Where a key is, such as {@code beta.yml:3}; the file alone if the key has its default. */
        String place(Pointer key) {
            Document.Where where = document.find(key);
            return document.at(key).isPresent()
                    ? where.source().name() + ":" + where.span().start().line()
                    : name();
        }
    }

    /** Reads the configs of the other projects. */
    public static OtherProjects of(List<Document> configs) {
        return new OtherProjects(configs.stream()
                .flatMap(config -> OtherProject.of(config).stream())
                .toList());
    }

    /** Whether a tag starts the release of one of them. */
    public boolean start(String tag) {
        return projects.stream().anyMatch(other -> other.plan().tags().starts(tag));
    }

    /** The paths of their generated workflows. */
    public Stream<String> workflows() {
        return projects.stream().map(OtherProject::plan).flatMap(OtherProjects::workflows);
    }

    /** The paths of the workflows that are generated for a plan; without one for CI, the file of that name is the user's own. */
    public static Stream<String> workflows(ReleasePlan plan) {
        Paths paths = plan.project().paths();
        return plan.ci().isPresent() ? Stream.of(paths.release(), paths.ci()) : Stream.of(paths.release());
    }

    /** Where a project claims what is another's too. */
    public List<Finding> conflicts(Generation own) {
        List<Problem> problems = new ArrayList<>();
        for (OtherProject other : projects) {
            files(own.plan(), other).ifPresent(problems::add);
            tags(own.plan().tags(), other).ifPresent(problems::add);
            images(own.plan(), other).ifPresent(problems::add);
            dockerfiles(own.plan(), other).ifPresent(problems::add);
            pages(own.plan(), other).ifPresent(problems::add);
        }
        return new Locator(own.document()).locate("config", Severity.ERROR, problems);
    }

    private static Optional<Problem> files(ReleasePlan own, OtherProject other) {
        Paths paths = own.project().paths();
        return Optional.of(other)
                .filter(it -> it.plan().project().paths().project().equals(paths.project()))
                .map(it -> Problem.at(
                        Pointer.ROOT,
                        "the workflows of " + it.name() + " have the same names, such as "
                                + Quote.of(paths.releaseFile()),
                        "rename one of the two configs"));
    }

    private static Optional<Problem> tags(TagRule own, OtherProject other) {
        return own.sharedWith(other.plan().tags())
                .map(tag -> Problem.at(
                        TAG,
                        "the tag " + Quote.of(tag) + " would start the release of " + other.place(TAG) + " too",
                        "begin the tags of each project with its name, as in 'tag: "
                                + other.plan().project().name() + "-v*'"));
    }

    private static Optional<Problem> pages(ReleasePlan own, OtherProject other) {
        Pointer page = Pointer.of("/docs/release");
        return own.page()
                .map(Page::path)
                .filter(path -> other.plan()
                        .page()
                        .map(Page::path)
                        .filter(path::equalsIgnoreCase)
                        .isPresent())
                .map(path -> Problem.at(
                        page,
                        Quote.of(path) + " is the page of " + other.place(page) + " too",
                        "write another path, such as 'docs/releasing-"
                                + own.project().name() + ".md'"));
    }

    private static Optional<Problem> dockerfiles(ReleasePlan own, OtherProject other) {
        Pointer file = Pointer.of("/docker/file");
        Set<String> theirs = dockerfiles(other.plan())
                .map(path -> path.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return dockerfiles(own)
                .filter(path -> theirs.contains(path.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(path -> Problem.at(
                        file,
                        Quote.of(path) + " is a Dockerfile of " + other.place(file) + " too",
                        "write another path, such as 'Dockerfile."
                                + own.project().name().toLowerCase(Locale.ROOT) + "'"));
    }

    private static Stream<String> dockerfiles(ReleasePlan plan) {
        return plan.image().stream()
                .flatMap(image -> image.variants().stream())
                .map(plan.project().paths()::dockerfile);
    }

    private static Optional<Problem> images(ReleasePlan own, OtherProject other) {
        Pointer docker = Pointer.of("/docker");
        List<String> theirs = other.plan().image().map(Image::names).orElse(List.of());
        return own.image().map(Image::names).stream()
                .flatMap(List::stream)
                .filter(theirs::contains)
                .findFirst()
                .map(name -> Problem.at(
                        docker,
                        "the image " + Quote.of(name) + " is pushed by " + other.place(docker) + " too",
                        "write another one under 'docker.image'"));
    }
}
