package dev.slipway.report;

import dev.slipway.blueprint.CallerDuties;
import dev.slipway.graph.JobGraph;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Line;
import dev.slipway.plan.Packages;
import dev.slipway.plan.Release;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
import dev.slipway.plan.TagRule;
import dev.slipway.run.JobRun;
import dev.slipway.run.dry.TagRun;
import dev.slipway.source.English;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that pushing a tag does, told before it is done.
 *
 * @param release the workflow that the tag starts, as Slipway draws it
 * @param run what the generated workflow would do, the project's own templates and jobs included
 * @param example whether the tag is made up, because nobody named one
 * @param templates files of the project that replace Slipway's own
 * @param released the versions that are released already; absent if that is not known
 */
public record PlanReport(
        ReleasePlan plan,
        Workflow release,
        TagRun run,
        Tag tag,
        boolean example,
        List<String> templates,
        Optional<ReleasedVersions> released) {
    /** What a tag would do. */
    public static PlanReport of(
            ReleasePlan plan,
            Workflow release,
            SourceText generated,
            Tag tag,
            List<String> templates,
            Optional<ReleasedVersions> released) {
        TagRun run = run(plan, generated, tag, released);
        return new PlanReport(plan, release, run, tag, false, templates, released);
    }

    /** What a tag of the usual kind would do. */
    public static PlanReport ofExample(
            ReleasePlan plan, Workflow release, SourceText generated, List<String> templates) {
        Tag tag = plan.tags().example();
        TagRun run = run(plan, generated, tag, Optional.empty());
        return new PlanReport(plan, release, run, tag, true, templates, Optional.empty());
    }

    private static TagRun run(ReleasePlan plan, SourceText generated, Tag tag, Optional<ReleasedVersions> released) {
        ScriptOutputs outputs = new ScriptOutputs(new Moves(plan, tag, released), true);
        return TagRun.of(
                generated,
                ReleaseStart.of(plan, tag),
                plan.project().repository().slug(),
                outputs::of);
    }

    public String text(Style style) {
        return new PlanText(this, style).text();
    }

    public String markdown() {
        return new PlanMarkdown(this).text();
    }

    public String json() {
        return new PlanJson(this).text();
    }

    public List<PlannedJob> jobs() {
        Map<String, JobRun> runs = run.jobs().stream().collect(Collectors.toMap(JobRun::id, Function.identity()));
        return run.workflow().jobs().stream()
                .map(job -> PlannedJob.of(
                        job,
                        release.jobs().stream()
                                .filter(drawn -> drawn.id().equals(job.id()))
                                .findFirst(),
                        Optional.ofNullable(runs.get(job.id())).orElseThrow(),
                        run.machines().getOrDefault(job.id(), List.of()),
                        plan))
                .map(job -> Packages.FOR_EVERYBODY.contains(job.id()) ? forEverybody(job) : job)
                .toList();
    }

    /** The jobs and what they wait for, as they are generated. */
    public JobGraph graph() {
        return JobGraph.of(run.workflow());
    }

    private PlannedJob forEverybody(PlannedJob job) {
        if (!job.runs().runs()) {
            return job;
        }
        return moves().newer(Line.ALL)
                .map(newer -> job.noting("changes nothing, because " + newer.name() + " is newer"))
                .orElse(moves().conditional(Line.ALL) ? job.noting(Moves.IF_NEWEST) : job);
    }

    /** How the image tags of the generated workflow differ from those of the config, a sentence for each. */
    public List<String> imageTagDifferences() {
        return new ImageTagDifferences(this).list();
    }

    /** What it takes over from other releases. */
    Moves moves() {
        return new Moves(plan, tag, released);
    }

    /** What is not to be had if versions are not semantic; nothing if they are. */
    public Optional<String> scheme() {
        TagRule tags = plan.tags();
        if (tags.semantic()) {
            return Optional.empty();
        }
        String always = "no tag creates a prerelease, and images have no tags such as {major}.{minor}";
        return Optional.of(
                tags.ordered()
                        ? "versions are ordered numbers: " + always
                        : "versions are words without order: " + always + "; every release becomes the latest");
    }

    /** What proves where the files and the image are from, if anything does. */
    public Optional<String> proofs() {
        List<String> attested = new ArrayList<>(List.of("the archives"));
        if (!plan.packages().assets().isEmpty()) {
            attested.add("the packages");
        }
        if (plan.image().isPresent()) {
            attested.add("the image");
        }
        Stream<String> parts = Stream.of(
                plan.release().attest() ? "GitHub attests " + English.and(attested) : "",
                plan.release().sign() ? "cosign signs the image" : "");
        return Optional.of(parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")))
                .filter(words -> !words.isEmpty());
    }

    /** The secrets that somebody has to set. */
    public List<String> secrets() {
        return jobs().stream().flatMap(job -> job.secrets().stream()).distinct().toList();
    }

    /** What happens, in words: {@code Pushing the tag v1.2.3 to otto-rs/otto creates the release 1.2.3.} */
    String outcome(String tagText, String version, String repository) {
        return cause(tagText, version, repository) + " " + kind(version) + ".";
    }

    private String cause(String tagText, String version, String repository) {
        Release release = plan.release();
        if (release.onPublished()) {
            return "Publishing the release of the tag " + tagText + " in " + repository + " adds files to";
        }
        String started = "tarting the workflow of " + repository + " with the version " + version;
        if (release.onDispatch() && release.triggers().size() == 1) {
            return "S" + started + " creates the tag " + tagText + " and";
        }
        List<String> ways = new ArrayList<>();
        if (release.onTag()) {
            ways.add("pushing the tag " + tagText + " to " + repository);
        }
        if (release.onDispatch()) {
            ways.add("s" + started);
        }
        if (release.onCall()) {
            ways.add("calling " + called(tagText, repository));
        }
        String all = String.join(", or ", ways) + (ways.size() > 1 ? "," : "") + " creates";
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    /** What is not said by the other ways to start it. */
    private String called(String tagText, String repository) {
        if (plan.release().onDispatch()) {
            return "it with the tag " + tagText;
        }
        return "the workflow " + (plan.release().onTag() ? "with it" : "of " + repository + " with the tag " + tagText);
    }

    /** What a job that calls the workflow has to grant and to pass; nothing if it cannot be called. */
    public Optional<CallerDuties> caller() {
        return plan.release().onCall() ? Optional.of(CallerDuties.of(release.jobs())) : Optional.empty();
    }

    /** What the release is, in words: {@code a prerelease, as a draft}. */
    private String kind(String version) {
        return (plan.draft() ? "a draft of the " : "the ") + (tag.prerelease() ? "prerelease " : "release ") + version;
    }

    /** How people get to see it. */
    String visibility() {
        if (plan.release().onPublished()) {
            return "already visible; its files appear together";
        }
        String visible = plan.draft()
                ? "stays a draft until somebody publishes it"
                : "public once all files" + (plan.completedLater() ? " and the image" : "") + " are uploaded";
        String rank = tag.prerelease() ? "marked as a prerelease, so never the latest" : rank();
        return visible + (rank.isEmpty() ? "" : "; " + rank);
    }

    /** The person who publishes a draft decides. */
    private String rank() {
        if (plan.draft()) {
            return "";
        }
        return moves().newer(Line.ALL)
                .map(newer -> "not the latest: " + newer.name() + " is newer")
                .orElse(moves().conditional(Line.ALL) ? "the latest " + Moves.IF_NEWEST : "the latest");
    }

    /** What is in each archive. */
    public String contents() {
        String programs = English.and(
                plan.shipped().stream().map(shipped -> shipped.entry()).toList());
        return plan.include().isEmpty() ? programs : programs + ", plus any " + String.join(", ", plan.include());
    }
}
