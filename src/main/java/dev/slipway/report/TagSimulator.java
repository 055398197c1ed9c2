package dev.slipway.report;

import dev.slipway.model.workflow.FilterPattern;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
import dev.slipway.report.TagAnswer.ImageAnswer;
import dev.slipway.report.TagAnswer.ImageTagAnswer;
import dev.slipway.report.TagAnswer.JobAnswer;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says of any tag what it would do, and hands a page what it needs to say the same without Java.
 *
 * @param release the workflow that a tag starts, as Slipway draws it
 * @param generated its text
 * @param templates files of the project that replace Slipway's own
 * @param released the versions that are released already; absent if that is not known
 */
public record TagSimulator(
        ReleasePlan plan,
        Workflow release,
        SourceText generated,
        List<String> templates,
        Optional<ReleasedVersions> released) {
    public TagSimulator {
        templates = List.copyOf(templates);
    }

    /** What is planned for a tag that makes a release. */
    public PlanReport report(Tag tag) {
        return PlanReport.of(plan, release, generated, tag, templates, released);
    }

    /** What a tag would do. */
    public TagAnswer answer(String word) {
        String tag = plan.tag(word);
        return TagRefusal.of(plan, release, tag)
                .map(refusal -> refused(tag, refusal))
                .orElseGet(() -> made(plan.tags().read(tag).orElseThrow()));
    }

    /** What a page looks up: an object of JSON on one line. */
    public String tables() {
        return new TagTables(this).json();
    }

    private TagAnswer made(Tag tag) {
        PlanReport report = report(tag);
        return new TagAnswer(
                tag.name(),
                accepted(tag.name()),
                tag.version(),
                tag.prerelease(),
                "",
                report.outcome(tag.name(), tag.version(), slug()),
                List.of(),
                report.visibility(),
                plan.assets(tag.name()),
                plan.image().stream()
                        .flatMap(image -> image.variants().stream().map(variant -> image(report, image, variant)))
                        .toList(),
                report.jobs().stream().map(TagSimulator::job).toList());
    }

    private TagAnswer refused(String tag, TagRefusal refusal) {
        Optional<Tag> read = plan.tags().read(tag);
        return new TagAnswer(
                tag,
                accepted(tag),
                read.map(Tag::version).orElse(""),
                read.map(Tag::prerelease).orElse(false),
                refusal.why().word(),
                refusal.message(),
                refusal.help(),
                "",
                List.of(),
                List.of(),
                ends(refusal.why()));
    }

    /** What becomes of the jobs if a tag is refused. */
    List<JobAnswer> ends(TagRefusal.Why why) {
        return TagRefusal.ends(release).entrySet().stream()
                .map(job -> end(
                        job.getKey(), why == TagRefusal.Why.STARTS_NOTHING ? TagRefusal.End.SKIPPED : job.getValue()))
                .toList();
    }

    private static JobAnswer end(String job, TagRefusal.End end) {
        return switch (end) {
            case RUNS -> new JobAnswer(job, "yes", "");
            case FAILS -> new JobAnswer(job, "fails", end.words());
            case SKIPPED -> new JobAnswer(job, "no", "");
        };
    }

    private List<Boolean> accepted(String tag) {
        return filtered()
                ? plan.tags().patterns().stream()
                        .map(pattern -> FilterPattern.of(matching(pattern)).matches(tag))
                        .toList()
                : List.of();
    }

    /** Whether the patterns decide which tags start a release. */
    boolean filtered() {
        return plan.release().onTag();
    }

    /** A pattern without what makes it exclude what it matches. */
    static String matching(String pattern) {
        return pattern.startsWith("!") ? pattern.substring(1) : pattern;
    }

    static JobAnswer job(PlannedJob job) {
        String note = Stream.concat(job.runs().words().stream(), Stream.of(job.note()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
        return new JobAnswer(job.id(), job.runs().word(), note);
    }

    private static ImageAnswer image(PlanReport report, Image image, ImageVariant variant) {
        Moves moves = report.moves();
        List<String> moving = moves.moving(image, variant);
        List<String> conditional = moves.conditional(image, variant);
        List<String> staying = moves.staying(image, variant);
        return new ImageAnswer(
                moves.tags(image, variant).stream()
                        .map(name -> new ImageTagAnswer(
                                name, moving.contains(name) ? Moves.note(conditional.contains(name)) : ""))
                        .toList(),
                staying,
                staying.isEmpty() ? "" : Moves.why(report.tag().prerelease()));
    }

    String slug() {
        return plan.project().repository().slug();
    }
}
