package dev.slipway.report;

import dev.slipway.blueprint.CallerDuties;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageTags;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.Packages;
import dev.slipway.plan.Release;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that pushing a tag does, told before it is done.
 *
 * @param release the workflow that the tag starts
 * @param example whether the tag is made up, because nobody named one
 * @param templates files of the project's that stand in for Slipway's own
 */
public record PlanReport(ReleasePlan plan, Workflow release, Tag tag, boolean example, List<String> templates) {
    private static final String COMMIT = "<commit>";

    /** What a tag of the usual kind would do. */
    public static PlanReport ofExample(ReleasePlan plan, Workflow release, List<String> templates) {
        return new PlanReport(plan, release, plan.tags().example(), true, templates);
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

    List<PlannedJob> jobs() {
        return release.jobs().stream()
                .map(job -> PlannedJob.of(job, plan))
                .map(job -> tag.prerelease() && Packages.FOR_EVERYBODY.contains(job.id()) ? job.skipped() : job)
                .toList();
    }

    /** The tags that a variant of the image gets, without its name. */
    List<String> imageTags(Image image, ImageVariant variant) {
        return image.tags().at(tag, COMMIT, variant.suffix());
    }

    /** The tags that move from release to release. */
    List<String> movingTags(Image image, ImageVariant variant) {
        return image.tags().moving(tag, variant.suffix());
    }

    /** Whether a tag that moves stays where it is for a fix of an old version. */
    boolean conditional(String tag, ImageVariant variant) {
        return plan.release().newestOnly() && tag.equals(ImageTags.LATEST + variant.suffix());
    }

    /** What proves where the files and the image are from, if anything does. */
    Optional<String> proofs() {
        String image = plan.image().isPresent() ? " and the image" : "";
        Stream<String> parts = Stream.of(
                plan.release().attest() ? "GitHub attests the archives" + image : "",
                plan.release().sign() ? "cosign signs the image" : "");
        return Optional.of(parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")))
                .filter(words -> !words.isEmpty());
    }

    /** The secrets that somebody has to set. */
    List<String> secrets() {
        return jobs().stream().flatMap(job -> job.secrets().stream()).distinct().toList();
    }

    /** What makes it happen, in words: {@code Pushing the tag v1.2.3 to otto-rs/otto makes}. */
    String cause(String tagText, String repository) {
        Release release = plan.release();
        if (release.onPublished()) {
            return "Publishing the release of the tag " + tagText + " in " + repository + " adds files to";
        }
        String started = "tarting the workflow of " + repository + " with the version " + tag.version();
        if (release.onDispatch() && release.triggers().size() == 1) {
            return "S" + started + " makes the tag " + tagText + " and";
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
        String all = String.join(", or ", ways) + (ways.size() > 1 ? "," : "") + " makes";
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    /** What is not said by the other ways to start it. */
    private String called(String tagText, String repository) {
        if (plan.release().onDispatch()) {
            return "it with the tag " + tagText;
        }
        return "the workflow " + (plan.release().onTag() ? "with it" : "of " + repository + " with the tag " + tagText);
    }

    /** What a job that calls the workflow has to grant and to pass; nothing where it cannot be called. */
    Optional<CallerDuties> caller() {
        return plan.release().onCall() ? Optional.of(CallerDuties.of(release.jobs())) : Optional.empty();
    }

    /** What the release is, in words: {@code a prerelease, as a draft}. */
    String kind() {
        String kind = tag.prerelease() ? "prerelease" : "release";
        return plan.draft() ? "a draft of the " + kind + " " + tag.version() : "the " + kind + " " + tag.version();
    }

    /** How people get to see it. */
    String visibility() {
        if (plan.release().onPublished()) {
            return "visible already; its files appear together";
        }
        String visible = plan.draft()
                ? "stays a draft until somebody publishes it"
                : "visible once every file" + (plan.completedLater() ? " and the image" : "") + " is there";
        String latest = plan.release().newestOnly() ? "the latest if no newer one is there" : "the latest";
        return visible + "; " + (tag.prerelease() ? "marked as a prerelease, so never the latest" : latest);
    }

    /** What is in each archive. */
    String contents() {
        String programs = Words.and(
                plan.shipped().stream().map(shipped -> shipped.entry()).toList());
        return plan.include().isEmpty()
                ? programs
                : programs + ", and what is there of " + String.join(", ", plan.include());
    }
}
