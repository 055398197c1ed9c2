package dev.slipway.report;

import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.run.dry.TaggedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the image tags that the generated workflow pushes with those that the config asks for. They differ if one
 * of the project's own templates changes them.
 */
record ImageTagDifferences(PlanReport report) {
    List<String> list() {
        List<TaggedImage> tagged = report.run().tagged();
        if (tagged.isEmpty() && report.plan().image().isPresent()) {
            return List.of("no job of the workflow computes image tags with docker/metadata-action, so the tags are "
                    + "unknown");
        }
        List<String> all = new ArrayList<>();
        tagged.stream()
                .filter(image -> !image.told())
                .forEach(image -> all.add("the job " + image.job()
                        + " computes image tags from values that are known only during a run"));
        if (!all.isEmpty()) {
            return all;
        }
        Set<String> planned = new LinkedHashSet<>();
        Set<String> certain = new LinkedHashSet<>();
        report.plan()
                .image()
                .ifPresent(image -> image.variants().forEach(variant -> {
                    planned.addAll(names(image, report.moves().tags(image, variant)));
                    certain.addAll(names(image, certain(image, variant)));
                }));
        Set<String> possible = of(tagged.stream().flatMap(image -> image.possible().stream()));
        Set<String> sure = of(tagged.stream().flatMap(image -> image.certain().stream()));
        differ(possible, planned).forEach(tag -> all.add("the workflow also pushes " + tag));
        differ(certain, possible).forEach(tag -> all.add("the workflow does not push " + tag));
        differ(certain, sure).stream()
                .filter(possible::contains)
                .forEach(tag -> all.add("the workflow may not push " + tag));
        differ(sure, certain).stream()
                .filter(planned::contains)
                .forEach(tag -> all.add("the workflow pushes " + tag + " even if a newer version is released"));
        return all;
    }

    private List<String> certain(Image image, ImageVariant variant) {
        List<String> conditional = report.moves().conditional(image, variant);
        return report.moves().tags(image, variant).stream()
                .filter(tag -> !conditional.contains(tag))
                .toList();
    }

    private static List<String> names(Image image, List<String> tags) {
        return image.names().stream()
                .flatMap(name -> tags.stream().map(tag -> name + ":" + tag))
                .toList();
    }

    private static Set<String> of(Stream<String> names) {
        Set<String> all = new LinkedHashSet<>();
        names.forEach(all::add);
        return all;
    }

    private static List<String> differ(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }
}
