package dev.slipway.page;

import dev.slipway.blueprint.CallerDuties;
import dev.slipway.graph.JobGraph;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.plan.Build;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.Packages;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RequiredSetting;
import dev.slipway.plan.Tag;
import dev.slipway.report.PlanReport;
import dev.slipway.report.PlannedJob;
import dev.slipway.report.TagAnswer;
import dev.slipway.report.TagAnswer.ImageAnswer;
import dev.slipway.report.TagAnswer.JobAnswer;
import dev.slipway.report.TagSimulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a tag does, and what it needs.
 *
 * @param tables what the script of the page looks up
 * @param answer what the tag does that the page begins with
 * @param suggestions tags to try
 * @param patterns of the trigger
 * @param graph the jobs as a picture: an element of SVG
 * @param access who may do what: the permissions of each job
 * @param contents what is in each archive
 * @param remarks what else is to say of the release
 * @param channels where else it is published
 * @param secrets that somebody has to set
 * @param settings on GitHub
 * @param templates of the project's own
 * @param differences between the config and the image tags of a template
 */
public record Plan(
        String tables,
        TagAnswer answer,
        List<String> suggestions,
        List<Pattern> patterns,
        String graph,
        List<JobCard> jobs,
        Access access,
        List<Asset> assets,
        String contents,
        List<String> remarks,
        List<ImageCard> images,
        List<Channel> channels,
        List<String> secrets,
        List<RequiredSetting> settings,
        List<Caller> caller,
        List<String> templates,
        List<String> differences) {

    /** A pattern of the trigger, and whether the tag matches it. */
    public record Pattern(String text, boolean matches) {}

    /**
     * A job.
     *
     * @param place how many columns of jobs are before it
     * @param machine what it runs on
     * @param needs the jobs that it waits for
     */
    public record JobCard(
            JobAnswer answer,
            String does,
            String machine,
            List<String> environment,
            List<String> needs,
            List<BuildRow> builds,
            List<Right> rights,
            List<String> secrets) {}

    /** A row of the matrix of a job. */
    public record BuildRow(String platform, String target, String how) {}

    /** Something that a job's token may do, and what for. */
    public record Right(String scope, String level, String reason) {}

    /**
     * The permissions of all jobs.
     *
     * @param scopes the columns
     */
    public record Access(List<String> scopes, List<AccessRow> rows) {}

    /** @param levels one for each scope; a dash for none */
    public record AccessRow(String job, List<String> levels, List<String> secrets) {}

    /** A file of the release. */
    public record Asset(String name, boolean checksum) {}

    /** A variant of the image. */
    public record ImageCard(
            String title, List<String> names, List<String> platforms, String base, String user, ImageAnswer answer) {}

    /** Where else a release is published, by a separate job. */
    public record Channel(String what, String name, JobAnswer answer) {}

    /** What a job that calls the workflow has to grant and to pass. */
    public record Caller(List<String> grants, List<String> secrets) {}

    static Plan of(TagSimulator simulator, Optional<String> asked, List<String> suggestions) {
        ReleasePlan plan = simulator.plan();
        Tag example = plan.tags().example();
        TagAnswer answer = simulator.answer(asked.orElse(example.name()));
        // if the tag makes no release, this part is hidden until another tag is typed
        Tag shown = answer.refused().isEmpty() ? plan.tags().read(answer.tag()).orElseThrow() : example;
        PlanReport report = simulator.report(shown);
        List<PlannedJob> jobs = report.jobs();
        return new Plan(
                simulator.tables().strip(),
                answer,
                suggestions,
                IntStream.range(0, answer.accepted().size())
                        .mapToObj(i -> new Pattern(
                                plan.tags().patterns().get(i), answer.accepted().get(i)))
                        .toList(),
                graph(report.graph()),
                jobs.stream().map(job -> card(job, answer, plan)).toList(),
                access(jobs),
                assets(plan, shown),
                report.contents(),
                Stream.of(report.scheme(), report.proofs())
                        .flatMap(Optional::stream)
                        .map(Plan::sentence)
                        .toList(),
                images(plan, answer, simulator.answer(shown.name())),
                channels(plan.packages(), answer),
                report.secrets(),
                RequiredSetting.of(plan),
                report.caller().map(Plan::caller).stream().toList(),
                report.templates(),
                report.imageTagDifferences());
    }

    /** How many image tags the tag sets. */
    public int tagCount() {
        return answer.images().stream().mapToInt(image -> image.tags().size()).sum();
    }

    private static List<Channel> channels(Packages packages, TagAnswer answer) {
        return Stream.of(
                        packages.registry()
                                .map(it -> channel(
                                        it.registry().title(),
                                        it.registry().packages().isEmpty()
                                                ? "the released packages"
                                                : String.join(
                                                        ", ", it.registry().packages()),
                                        Packages.REGISTRY,
                                        answer)),
                        packages.homebrew()
                                .map(it -> channel("Homebrew", it.tap() + "/" + it.name(), Packages.HOMEBREW, answer)),
                        packages.winget().map(it -> channel("winget", it.id(), Packages.WINGET, answer)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Channel channel(String what, String name, String job, TagAnswer answer) {
        return new Channel(what, name, said(job, answer));
    }

    private static JobAnswer said(String job, TagAnswer answer) {
        return answer.jobs().stream()
                .filter(it -> it.id().equals(job))
                .findFirst()
                .orElseGet(() -> new JobAnswer(job, "maybe", ""));
    }

    /** Without its own style: the page has one for all pictures. */
    private static String graph(JobGraph graph) {
        if (graph.nodes().size() > JobGraph.MOST_IN_A_PICTURE) {
            return "<p>Too many jobs for a picture.</p>";
        }
        return graph.unstyledSvg();
    }

    private static JobCard card(PlannedJob job, TagAnswer answer, ReleasePlan plan) {
        return new JobCard(
                said(job.id(), answer),
                job.does(),
                String.join(", ", job.runsOn())
                        + job.container().map(image -> " in " + image).orElse(""),
                job.environment().stream().toList(),
                job.needs(),
                job.builds().stream().map(build -> row(build, plan)).toList(),
                job.permissions().stream().map(Plan::right).toList(),
                job.secrets());
    }

    private static BuildRow row(Build build, ReleasePlan plan) {
        String glibc = plan.glibc(build).words();
        List<String> packages = build.recipe().packages();
        return new BuildRow(
                build.platform(),
                build.recipe().target(),
                build.recipe().how()
                        + (packages.isEmpty() ? "" : ", with " + String.join(", ", packages))
                        + (glibc.isEmpty() ? "" : "; " + glibc));
    }

    private static Right right(Grant grant) {
        return new Right(grant.scope().name(), grant.level(), grant.reason());
    }

    private static Access access(List<PlannedJob> jobs) {
        List<String> scopes = jobs.stream()
                .flatMap(job -> job.permissions().stream())
                .map(grant -> grant.scope().name())
                .distinct()
                .toList();
        List<AccessRow> rows = new ArrayList<>();
        for (PlannedJob job : jobs) {
            Map<String, String> levels = new LinkedHashMap<>();
            scopes.forEach(scope -> levels.put(scope, "–"));
            job.permissions().forEach(grant -> levels.put(grant.scope().name(), grant.level()));
            rows.add(new AccessRow(job.id(), List.copyOf(levels.values()), job.secrets()));
        }
        return new Access(scopes, rows);
    }

    private static List<Asset> assets(ReleasePlan plan, Tag tag) {
        return plan.assets(tag.name()).stream()
                .map(name -> new Asset(name, plan.checksums().ofOne(name)))
                .toList();
    }

    private static List<ImageCard> images(ReleasePlan plan, TagAnswer answer, TagAnswer shown) {
        List<ImageAnswer> answers = answer.refused().isEmpty() ? answer.images() : shown.images();
        return plan.image().stream()
                .flatMap(image ->
                        IntStream.range(0, image.variants().size()).mapToObj(i -> image(image, i, answers.get(i))))
                .toList();
    }

    private static ImageCard image(Image image, int variant, ImageAnswer answer) {
        ImageVariant own = image.variants().get(variant);
        return new ImageCard(
                own.suffix().isEmpty() ? "" : own.name(),
                image.names(),
                own.platforms(),
                own.base().image(),
                own.user(),
                answer);
    }

    private static Caller caller(CallerDuties duties) {
        return new Caller(
                Stream.concat(
                                duties.permissions().shorthand().stream(),
                                duties.permissions().grants().stream()
                                        .map(grant -> grant.scope().name() + ": " + grant.level()))
                        .toList(),
                duties.secrets());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
