package dev.slipway.report;

import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.Line;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
import dev.slipway.run.dry.TaggedImage;
import java.util.List;
import java.util.Optional;

/**
 * What a release takes over from other releases: tags of the image, and what GitHub calls the latest.
 *
 * @param released the versions that are released already; absent if that is not known
 */
record Moves(ReleasePlan plan, Tag tag, Optional<ReleasedVersions> released) {
    /** The condition of what moves if it is not known what is released. */
    static final String IF_NEWEST = "if no newer version is released";

    /** What is said of an image tag that an earlier release had. */
    static String note(boolean conditional) {
        return "moves here" + (conditional ? " " + IF_NEWEST : "");
    }

    /** Why image tags do not move. */
    static String why(boolean prerelease) {
        return prerelease ? "by a prerelease" : "back from a newer version";
    }

    /** The placeholder for the commit in an image tag. */
    static final String COMMIT = TaggedImage.COMMIT;

    /** The tags that a variant of the image gets, without its name, those with a condition among them. */
    List<String> tags(Image image, ImageVariant variant) {
        return tags(image, variant, COMMIT);
    }

    /** The same for a commit, as image tags name it. */
    List<String> tags(Image image, ImageVariant variant, String commit) {
        return image.tags().at(tag, commit, variant.suffix(), this::mayLead);
    }

    /** Those of them that it gets only if no newer version is released. */
    List<String> conditional(Image image, ImageVariant variant) {
        List<String> certain =
                image.tags().at(tag, COMMIT, variant.suffix(), line -> mayLead(line) && !conditional(line));
        return tags(image, variant).stream()
                .filter(name -> !certain.contains(name))
                .toList();
    }

    /** Those of them that an earlier release had. */
    List<String> moving(Image image, ImageVariant variant) {
        List<String> set = tags(image, variant);
        return image.tags().moving(tag, variant.suffix()).stream()
                .filter(set::contains)
                .toList();
    }

    /** The tags that do not move. */
    List<String> staying(Image image, ImageVariant variant) {
        List<String> set = tags(image, variant);
        return image.tags().moving(tag, variant.suffix()).stream()
                .filter(name -> !set.contains(name))
                .toList();
    }

    /** Whether GitHub will call the release the latest; nothing if somebody else, or what is released, decides. */
    Optional<Boolean> latest() {
        if (plan.release().onPublished()) {
            return Optional.empty();
        }
        if (tag.prerelease()) {
            return Optional.of(false);
        }
        return plan.draft() || conditional(Line.ALL) ? Optional.empty() : Optional.of(mayLead(Line.ALL));
    }

    /** A newer version that is released, and keeps what moves in its line. */
    Optional<Tag> newer(Line line) {
        return plan.release().newestOnly() ? released.flatMap(it -> it.newerThan(tag, line)) : Optional.empty();
    }

    /** Whether it depends on what is released. */
    boolean conditional(Line line) {
        return plan.release().newestOnly() && released.isEmpty() && mayLead(line);
    }

    /** Whether the version is the newest of a line; nothing if it is not known what is released. */
    Optional<Boolean> leads(Line line) {
        return tag.prerelease() || released.isPresent() ? Optional.of(mayLead(line)) : Optional.empty();
    }

    private boolean mayLead(Line line) {
        return !plan.release().newestOnly() || !tag.prerelease() && newer(line).isEmpty();
    }
}
