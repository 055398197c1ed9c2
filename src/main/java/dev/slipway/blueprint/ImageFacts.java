package dev.slipway.blueprint;

import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the release page shows about the image.
 *
 * @param variant the name of a further variant, with a space before it
 * @param name its names, in a sentence
 * @param tag the example that the tags are for
 * @param tags every tag of the example, with the name before it
 * @param moving the tags that later releases take over, in a sentence
 * @param libraries what the programs need of the base that they run on; may be empty
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
        List<String> libraries,
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
        Tag tag = plan.tags().tag(VERSION);
        LibraryFacts library = LibraryFacts.of(plan, variant);
        return new ImageFacts(
                variant.suffix().isEmpty() ? "" : " " + variant.name(),
                image.name(),
                tag.name(),
                image.references(variant, tag, "<commit>"),
                moving(plan, image, variant, tag),
                ReleasePage.sentence(
                        variant.platforms().stream().map(ImageFacts::machines).toList()),
                variant.base().image(),
                library.sentence().stream().toList(),
                variant.user(),
                ImageDockerfile.copyLines(image, variant, plan.shipped()),
                usage(plan, image, variant, library.example()));
    }

    /** A platform, and the machines that it is for. */
    private static String machines(String platform) {
        return switch (platform) {
            case "linux/amd64" -> platform + " (x86_64)";
            case "linux/arm64" -> platform + " (Apple silicon, AWS Graviton and other 64-bit Arm)";
            default -> platform;
        };
    }

    private static String moving(ReleasePlan plan, Image image, ImageVariant variant, Tag tag) {
        List<String> moving = image.tags().moving(tag, variant.suffix());
        if (moving.isEmpty()) {
            return "";
        }
        return ReleasePage.sentence(moving)
                + (moving.size() == 1 ? " moves" : " move")
                + (plan.release().newestOnly()
                        ? " with a release, but " + (plan.tags().semantic() ? "not with a prerelease and " : "")
                                + "never back to an older version."
                        : " with every release" + (plan.tags().semantic() ? " but a prerelease." : "."));
    }

    /** A tag that names a version and does not move. */
    static String lasting(Image image, ImageVariant variant, Tag tag) {
        List<String> all = image.tags().at(tag, "<commit>", variant.suffix());
        List<String> moving = image.tags().moving(tag, variant.suffix());
        return all.stream().filter(name -> !moving.contains(name)).findFirst().orElse(all.get(0));
    }

    /** A Dockerfile that takes the programs; its argument is the version, if the tag has it. */
    private static String usage(ReleasePlan plan, Image image, ImageVariant variant, String base) {
        String stage = plan.project().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        String argument = stage.toUpperCase(Locale.ROOT).replace('-', '_').replaceFirst("^(?=[0-9])", "_") + "_VERSION";
        String tag = lasting(image, variant, plan.tags().tag(VERSION));
        String from = tag.contains(VERSION) ? "ARG " + argument + "=\"" + VERSION + "\"\n" : "";
        String copies = plan.shipped().stream()
                .map(image.contents()::place)
                .map(place -> "COPY --from=" + stage + " " + place + " " + place)
                .collect(Collectors.joining("\n"));
        return from + "FROM " + image.name() + ":" + tag.replace(VERSION, "${" + argument + "}") + " AS " + stage
                + "\n\nFROM " + base + " AS base\n" + copies;
    }
}
