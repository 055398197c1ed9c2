package dev.slipway.report;

import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.FilterPattern;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageTag;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.Line;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
import dev.slipway.report.TagAnswer.JobAnswer;
import dev.slipway.run.dry.TagRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that {@code simulator.js} looks up. All releases of a kind have the same answers but for their names: whether it
 * is a prerelease, and whether a newer version is released of all, of its major and of its minor version. So there is an answer
 * for each kind, of a version that stands for all of it, with {@code {tag}}, {@code {version}} and {@code {newer}} to fill in.
 */
record TagTables(TagSimulator simulator) {
    private static final String TAG = "{tag}";
    private static final String VERSION = "{version}";

    /** The version that stands for all of a kind, and those that are newer than it in one line and all above. */
    private static final String SOME = "1.2.3";

    private static final List<String> NEWER = List.of("2.0.0", "1.3.0", "1.2.4");

    private ReleasePlan plan() {
        return simulator.plan();
    }

    String json() {
        return Printable.json(Json.line(json -> {
            json.put("prefix", plan().tags().prefix())
                    .put("addsPrefix", plan().release().onEntry())
                    .put("expression", plan().tags().expression())
                    .put("semantic", plan().tags().semantic())
                    .put("newestOnly", plan().release().newestOnly())
                    .put("filtered", simulator.filtered())
                    .put("ignoresOthers", TagRefusal.ignoresOthers(plan()))
                    .put("image", plan().image().isPresent())
                    .list("patterns", plan().tags().patterns(), pattern -> pattern(pattern, json));
            simulator
                    .released()
                    .ifPresent(versions -> json.put(
                            "released", versions.tags().stream().map(Tag::name).toList()));
            json.object("refusals", this::refusals)
                    .object("outcomes", this::outcomes)
                    .object("kinds", this::kinds)
                    .put("files", plan().assetTemplates())
                    .put("commit", Moves.COMMIT)
                    .put("moves", Moves.note(false))
                    .put("mayMove", Moves.note(true))
                    .put("stays", Moves.why(false))
                    .put("staysForPrerelease", Moves.why(true))
                    .list("images", variants(), variant -> image(variant, json));
        }));
    }

    private static void pattern(String pattern, Json json) {
        json.put("text", pattern)
                .put("excludes", pattern.startsWith("!"))
                .list(
                        "parts",
                        FilterPattern.of(TagSimulator.matching(pattern)).parts(),
                        part -> json.put("except", part.except())
                                .put("none", part.none())
                                .put("more", part.more())
                                .put(
                                        "ranges",
                                        part.ranges().stream()
                                                .map(range -> "" + range.first() + range.last())
                                                .toList()));
    }

    private void refusals(Json json) {
        for (TagRefusal.Why why : TagRefusal.Why.values()) {
            TagRefusal words = TagRefusal.of(plan(), simulator.release(), why, "'" + TAG + "'", VERSION);
            json.object(why.word(), it -> {
                it.put("message", words.message()).put("help", words.help());
                jobs(simulator.ends(why), it);
            });
        }
    }

    private void outcomes(Json json) {
        json.put("release", outcome(some(false)));
        if (plan().tags().semantic()) {
            json.put("prerelease", outcome(some(true)));
        }
    }

    private String outcome(Tag tag) {
        return report(tag, Optional.empty()).outcome(TAG, VERSION, simulator.slug());
    }

    private Tag some(boolean prerelease) {
        return new Tag(TAG, prerelease ? SOME + "-rc.1" : SOME, plan().tags().scheme());
    }

    private void kinds(Json json) {
        Map<String, PlanReport> kinds = new LinkedHashMap<>();
        for (Tag tag : plan().tags().semantic() ? List.of(some(false), some(true)) : List.of(some(false))) {
            releases().forEach(released -> {
                PlanReport report = report(tag, released);
                kinds.putIfAbsent(kind(report.moves()), report);
            });
        }
        kinds.forEach((kind, report) -> json.object(kind, it -> {
            it.put("visibility", report.visibility());
            it.list("jobs", report.jobs(), job -> {
                job(TagSimulator.job(job), it);
                Optional.ofNullable(report.run().open().get(job.id())).ifPresent(open -> open(job, open, it));
            });
        }));
    }

    /** What may be released already, as far as it matters. */
    private Stream<Optional<ReleasedVersions>> releases() {
        return simulator.released().isEmpty()
                ? Stream.of(Optional.empty())
                : Stream.concat(Stream.of(List.<String>of()), NEWER.stream().map(List::of))
                        .map(newer -> Optional.of(new ReleasedVersions(newer.stream()
                                .map(version -> new Tag(
                                        "{newer}", version, plan().tags().scheme()))
                                .toList())));
    }

    /** The name of a kind; the page makes it of a tag and of what is released in the same way. */
    private static String kind(Moves moves) {
        return (moves.tag().prerelease() ? "prerelease" : "release")
                + Stream.of(Line.values())
                        .map(line -> moves.leads(line)
                                .map(leads -> leads ? " yes" : " no")
                                .orElse(" ?"))
                        .collect(Collectors.joining());
    }

    private PlanReport report(Tag tag, Optional<ReleasedVersions> released) {
        ScriptOutputs outputs = new ScriptOutputs(new Moves(plan(), tag, released), false);
        TagRun run = TagRun.ofAnyTag(
                simulator.generated(),
                ReleaseStart.of(plan(), tag),
                plan().release().onTag() || plan().release().onPublished(),
                simulator.slug(),
                outputs::of);
        return new PlanReport(plan(), simulator.release(), run, tag, false, simulator.templates(), released);
    }

    private static void jobs(List<JobAnswer> jobs, Json json) {
        json.list("jobs", jobs, job -> job(job, json));
    }

    private static void job(JobAnswer job, Json json) {
        json.put("id", job.id()).put("runs", job.runs()).put("note", job.note());
    }

    /** What decides whether a job runs, once the tag is known; a job that it needs may be open as well. */
    private static void open(PlannedJob job, Expression condition, Json json) {
        json.put("needs", job.needs())
                .put("noteIfRun", job.note())
                .put("noteIfFalse", skipped(job, true))
                .put("noteIfNeeded", skipped(job, false))
                .object("condition", it -> expression(condition, it));
    }

    private static Optional<String> skipped(PlannedJob job, boolean own) {
        return new PlannedJob.Runs(true, false, job.runs().condition(), own).words();
    }

    /** What the page cannot tell is left to it under its name, and stays open there. */
    private static void expression(Expression expression, Json json) {
        if (expression instanceof Expression.Literal literal && literal.isText()) {
            json.put("text", literal.value());
        } else if (expression instanceof Expression.Not not) {
            json.object("not", it -> expression(not.operand(), it));
        } else if (expression instanceof Expression.Call call) {
            json.put("call", call.function().toLowerCase(Locale.ROOT))
                    .list("arguments", call.arguments(), it -> expression(it, json));
        } else if (expression instanceof Expression.Binary binary) {
            json.put("operator", binary.operator().symbol())
                    .object("left", it -> expression(binary.left(), it))
                    .object("right", it -> expression(binary.right(), it));
        } else {
            json.put("name", expression.source());
        }
    }

    private List<ImageVariant> variants() {
        return plan().image().map(Image::variants).orElse(List.of());
    }

    private void image(ImageVariant variant, Json json) {
        json.put("suffix", variant.suffix())
                .put("latest", plan().image().orElseThrow().tags().latest())
                .list("tags", plan().image().orElseThrow().tags().all(), tag -> tag(tag, json));
    }

    private static void tag(ImageTag tag, Json json) {
        json.put("template", tag.template())
                .put("line", tag.line().map(Line::ordinal).orElse(-1))
                .put("needsMajor", tag.needsMajor())
                .put("ofTag", tag.ofTag());
    }
}
