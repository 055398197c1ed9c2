package dev.slipway.blueprint;

import dev.slipway.facts.Libcs;
import dev.slipway.plan.Base;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import dev.slipway.toolchain.Os;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the page about the release says of the image.
 *
 * @param variant the name of a further variant, with a space before it
 * @param name its names, in a sentence
 * @param tag the example that the tags are for
 * @param tags every tag of the example, with the name before it
 * @param moving the tags that later releases take over, in a sentence
 * @param builtIn where the programs were linked, as a part of a sentence; may be empty
 * @param copies the lines of the Dockerfile that bring the programs
 * @param usage how another image takes the programs from this one
 */
public record ImageFacts(
        String variant,
        String name,
        String tag,
        List<String> tags,
        String moving,
        String platforms,
        String base,
        String builtIn,
        String user,
        String copies,
        String usage) {

    /** The version of the examples. */
    static final String VERSION = "1.2.3";

    static List<ImageFacts> of(ReleasePlan plan, Image image) {
        return image.variants().stream()
                .map(variant -> of(plan, image, variant))
                .toList();
    }

    private static ImageFacts of(ReleasePlan plan, Image image, ImageVariant variant) {
        Tag tag = new Tag(plan.tags().example(VERSION), VERSION);
        return new ImageFacts(
                variant.suffix().isEmpty() ? "" : " " + variant.name(),
                image.name(),
                tag.name(),
                image.references(variant, tag, "<commit>"),
                moving(plan, image, variant, tag),
                ReleasePage.sentence(variant.platforms()),
                variant.base().image(),
                builtIn(plan, variant.base()),
                variant.user(),
                ImageDockerfile.copyLines(image, variant, plan.shipped()),
                usage(plan, image, variant));
    }

    private static String moving(ReleasePlan plan, Image image, ImageVariant variant, Tag tag) {
        List<String> moving = image.tags().moving(tag, variant.suffix());
        if (moving.isEmpty()) {
            return "";
        }
        return ReleasePage.sentence(moving)
                + (moving.size() == 1 ? " moves" : " move")
                + (plan.release().newestOnly()
                        ? " with a release, but not with a prerelease and never back to an older version."
                        : " with every release but a prerelease.");
    }

    /** Only where the C library of the base is known. */
    private static String builtIn(ReleasePlan plan, Base base) {
        boolean known = Libcs.standard().ofImage(base.image()).isPresent();
        return plan.groups().stream()
                .filter(group -> group.os() == Os.LINUX)
                .flatMap(group -> group.container().stream())
                .findFirst()
                .filter(container -> known || base.forBuilding().equals(Optional.of(container)))
                .map(container -> "; the programs are linked in " + container + ", whose C library is no newer")
                .orElse("");
    }

    private static String usage(ReleasePlan plan, Image image, ImageVariant variant) {
        String stage = plan.project().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        String copies = plan.shipped().stream()
                .map(image.contents()::place)
                .map(place -> "COPY --from=" + stage + " " + place + " " + place)
                .collect(Collectors.joining("\n"));
        return "FROM " + image.name() + ":" + VERSION + variant.suffix() + " AS " + stage
                + "\n\nFROM debian:bookworm-slim\n" + copies;
    }
}
