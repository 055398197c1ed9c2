package dev.slipway.report;

import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.run.Observation;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the images that a run pushed with those that are planned: tags of each registry, platforms, labels, base, user
 * and entrypoint.
 *
 * @param sha the commit that was run
 */
record ImageDifferences(PlanReport plan, List<Observation.Image> images, String sha) {
    private static final int SHORT = 7;
    private static final String LABEL = "org.opencontainers.image.";

    List<String> list() {
        List<String> all = new ArrayList<>(labels());
        planned()
                .ifPresent(image -> image.variants().forEach(variant -> {
                    all.addAll(recipe(image, variant));
                    all.addAll(oneImage(image, variant));
                }));
        all.addAll(tags());
        all.addAll(platforms());
        return all.stream().distinct().toList();
    }

    private Optional<Image> planned() {
        return plan.plan().image();
    }

    /** The tags of a variant, with the commit filled in. */
    private Set<String> tags(Image image, ImageVariant variant) {
        return new TreeSet<>(plan.moves().tags(image, variant, sha.substring(0, SHORT)));
    }

    private List<String> tags() {
        Map<String, Set<String>> wanted = new TreeMap<>();
        planned()
                .ifPresent(image -> image.variants()
                        .forEach(variant -> image.names()
                                .forEach(name -> wanted.computeIfAbsent(name, it -> new TreeSet<>())
                                        .addAll(tags(image, variant)))));
        Map<String, Set<String>> seen = new TreeMap<>();
        images.forEach(image ->
                seen.computeIfAbsent(image.name(), it -> new TreeSet<>()).addAll(image.tags()));
        Set<String> names = new LinkedHashSet<>(wanted.keySet());
        names.addAll(seen.keySet());
        List<String> all = new ArrayList<>();
        for (String name : names) {
            all.addAll(new SetDifferences("the image tag " + name + ":", "is pushed")
                    .list(wanted.getOrDefault(name, Set.of()), seen.getOrDefault(name, Set.of())));
        }
        return all;
    }

    private List<Observation.Image> of(Image image, ImageVariant variant) {
        Set<String> tags = tags(image, variant);
        return images.stream()
                .filter(seen -> image.names().contains(seen.name())
                        && seen.tags().stream().anyMatch(tags::contains))
                .toList();
    }

    /** All tags of a variant, in every registry, are names of one image. */
    private List<String> oneImage(Image image, ImageVariant variant) {
        List<Observation.Image> seen = of(image, variant);
        if (seen.stream().map(Observation.Image::digest).distinct().count() < 2) {
            return List.of();
        }
        List<String> groups = seen.stream()
                .map(one -> one.name() + ":" + String.join(", ", one.tags()))
                .toList();
        return List.of(
                "these tags are planned to be the same image, but are different images: " + String.join("; ", groups));
    }

    private List<String> platforms() {
        List<String> all = new ArrayList<>();
        planned()
                .ifPresent(image -> image.variants().forEach(variant -> {
                    Set<String> wanted = new TreeSet<>(variant.platforms());
                    for (Observation.Image seen : of(image, variant)) {
                        Set<String> built = new TreeSet<>(seen.platforms());
                        if (!built.equals(wanted)) {
                            all.add("the image " + seen.name() + ":"
                                    + seen.tags().get(0) + " is for " + String.join(", ", built) + ", but planned for "
                                    + String.join(", ", wanted));
                        }
                    }
                }));
        return all;
    }

    /** What a variant is built on, and how it starts. */
    private List<String> recipe(Image image, ImageVariant variant) {
        List<String> all = new ArrayList<>();
        Shipped first = plan.plan().shipped().get(0);
        for (Observation.Image seen : of(image, variant)) {
            Observation.Recipe recipe = seen.recipe();
            differ(seen, "base", variant.base().image(), recipe.base()).ifPresent(all::add);
            boolean root = variant.user().equals("root");
            differ(seen, "user", variant.user(), recipe.user().isEmpty() && root ? "root" : recipe.user())
                    .ifPresent(all::add);
            String planned = image.contents()
                    .entrypoint()
                    .map(words -> String.join(" ", words))
                    .orElse(first.command());
            String starts = String.join(" ", recipe.entrypoint());
            boolean own = image.contents().entrypoint().isPresent();
            differ(seen, "entrypoint", planned, own ? starts : starts.replaceFirst("^/(\\S*/)?", ""))
                    .ifPresent(all::add);
        }
        return all;
    }

    private static Optional<String> differ(Observation.Image image, String what, String planned, String seen) {
        return planned.equals(seen)
                ? Optional.empty()
                : Optional.of("the " + what + " of the image " + image.name() + " is '" + seen + "', but planned as '"
                        + planned + "'");
    }

    /** What people and registries find an image's sources by, and what the config adds. */
    private List<String> labels() {
        List<String> all = new ArrayList<>();
        for (Observation.Image image : images) {
            Map<String, String> labels =
                    new TreeMap<>(planned().map(Image::labels).orElse(Map.of()));
            labels.put(LABEL + "source", plan.plan().project().repository().url());
            labels.put(LABEL + "revision", sha);
            labels.forEach((name, value) -> differ(
                            image, "label " + name, value, image.labels().getOrDefault(name, ""))
                    .ifPresent(all::add));
        }
        return all;
    }
}
