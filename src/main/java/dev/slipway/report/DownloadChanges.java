package dev.slipway.report;

import dev.slipway.plan.Build;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.Packages;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import dev.slipway.published.Comparison;
import dev.slipway.report.DownloadChange.Part;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what people get of a release by two plans: one of today, one of before. */
final class DownloadChanges {
    private final List<DownloadChange> changes = new ArrayList<>();

    private DownloadChanges() {}

    /**
     * What differs, in the order in which people ask.
     *
     * @param before nothing if there was no config
     * @param tag of a release by the plan of today; the other release is of the same version
     */
    static List<DownloadChange> of(Optional<ReleasePlan> before, ReleasePlan after, Tag tag) {
        DownloadChanges found = new DownloadChanges();
        Optional<Tag> old = before.map(plan -> plan.tags().tag(tag.version()));
        Set<String> oldPlatforms =
                set(before.stream().flatMap(ReleasePlan::builds).map(Build::platform));
        before.ifPresent(plan -> found.states(plan, after, tag));
        found.platforms(
                before.stream().flatMap(ReleasePlan::builds).toList(),
                after.builds().toList());
        found.files(
                before.map(plan -> plan.assets(plan.tags().tag(tag.version()).name()))
                        .orElse(List.of()),
                after.assets(tag.name()),
                tag.version());
        found.sets(Part.CONTENT, contents(before), before.isEmpty() ? Set.of() : contents(Optional.of(after)));
        found.image(before.flatMap(ReleasePlan::image), old, after.image(), tag);
        found.sets(Part.PACKAGE, packages(before), packages(Optional.of(after)));
        found.sets(Part.PROOF, proofs(before), proofs(Optional.of(after)));
        return found.changes;
    }

    private static Set<String> set(Stream<String> words) {
        return words.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void sets(Part part, Collection<String> before, Collection<String> after) {
        after.stream()
                .filter(one -> !before.contains(one))
                .forEach(one -> changes.add(new DownloadChange(part, "", one)));
        before.stream()
                .filter(one -> !after.contains(one))
                .forEach(one -> changes.add(new DownloadChange(part, one, "")));
    }

    /** A build for the same machines under another word is no other platform. */
    private void platforms(List<Build> before, List<Build> after) {
        Set<String> was = set(before.stream().map(Build::platform));
        Set<String> is = set(after.stream().map(Build::platform));
        for (Build build : before) {
            after.stream()
                    .filter(other -> same(other.target(), build.target())
                            && !is.contains(build.platform())
                            && !was.contains(other.platform()))
                    .findFirst()
                    .ifPresent(same -> {
                        changes.add(new DownloadChange(Part.PLATFORM, build.platform(), same.platform()));
                        was.add(same.platform());
                        is.add(build.platform());
                    });
        }
        sets(Part.PLATFORM, was, is);
    }

    private static boolean same(Target one, Target other) {
        return one.os() == other.os()
                && one.arch() == other.arch()
                && one.arch() != Arch.OTHER
                && one.libc() == other.libc();
    }

    private void state(Part part, String of, String before, String after) {
        if (!before.equals(after)) {
            String head = of.isEmpty() ? "" : of + ": ";
            changes.add(new DownloadChange(part, head + before, head + after));
        }
    }

    private void states(ReleasePlan before, ReleasePlan after, Tag tag) {
        state(
                Part.REPOSITORY,
                "",
                before.project().repository().slug(),
                after.project().repository().slug());
        state(Part.TAG, "", before.tags().tag(tag.version()).name(), tag.name());
        state(Part.VISIBILITY, "", visibility(before), visibility(after));
        Map<String, String> needs = needs(before);
        needs(after).forEach((platform, need) -> state(Part.NEEDS, platform, needs.getOrDefault(platform, need), need));
        Map<String, String> layouts = layouts(before);
        layouts(after).forEach((os, layout) -> state(Part.LAYOUT, os, layouts.getOrDefault(os, layout), layout));
    }

    private static String visibility(ReleasePlan plan) {
        if (plan.release().onPublished()) {
            return "published by hand";
        }
        return plan.draft() ? "a draft until somebody publishes it" : "published by the workflow";
    }

    private static Map<String, String> needs(ReleasePlan plan) {
        Map<String, String> needs = new LinkedHashMap<>();
        plan.builds().forEach(build -> {
            String words = plan.glibc(build).words();
            needs.put(build.platform(), words.isEmpty() ? "needs no glibc" : words);
        });
        return needs;
    }

    private static Map<String, String> layouts(ReleasePlan plan) {
        Map<String, String> layouts = new LinkedHashMap<>();
        plan.builds().map(build -> build.target().os()).distinct().forEach(os -> {
            Packing own = plan.packing().of(os);
            String layout = own.raw()
                    ? "the program alone, no archive"
                    : own.inFolder() ? "files in a folder" : "files at the top";
            layouts.put(os.word(), layout);
        });
        return layouts;
    }

    private void files(List<String> before, List<String> after, String version) {
        for (Comparison.Row row : Comparison.of(before, after, version).rows()) {
            if (row.change() != Comparison.Change.SAME) {
                changes.add(new DownloadChange(Part.FILE, row.before(), row.after()));
            }
        }
    }

    private static Set<String> contents(Optional<ReleasePlan> plan) {
        return set(plan.stream()
                .filter(known -> !known.packing().raw())
                .flatMap(known -> Stream.concat(
                        known.shipped().stream().map(shipped -> shipped.entry()), known.include().stream())));
    }

    private void image(Optional<Image> before, Optional<Tag> old, Optional<Image> after, Tag tag) {
        sets(Part.IMAGE, names(before), names(after));
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        Image was = before.get();
        Image is = after.get();
        sets(Part.IMAGE_PLATFORM, set(was.platforms().stream()), set(is.platforms().stream()));
        old.ifPresent(known -> sets(Part.IMAGE_TAG, tags(was, known), tags(is, tag)));
        for (ImageVariant variant : is.variants()) {
            Optional<ImageVariant> same = was.variants().stream()
                    .filter(other -> other.suffix().equals(variant.suffix()))
                    .findFirst();
            String of = variant.suffix().isEmpty() ? "" : variant.name();
            same.ifPresent(other -> {
                state(Part.IMAGE_BASE, of, other.base().image(), variant.base().image());
                state(Part.IMAGE_USER, of, other.user(), variant.user());
            });
        }
    }

    private static List<String> names(Optional<Image> image) {
        return image.map(Image::names).orElse(List.of());
    }

    private static Set<String> tags(Image image, Tag tag) {
        return set(image.variants().stream()
                .flatMap(variant -> image.tags().at(tag, Moves.COMMIT, variant.suffix()).stream()));
    }

    private static Set<String> packages(Optional<ReleasePlan> plan) {
        return set(plan.stream().map(ReleasePlan::packages).flatMap(DownloadChanges::packages));
    }

    private static Stream<String> packages(Packages packages) {
        List<String> all = new ArrayList<>();
        packages.registry()
                .ifPresent(it -> all.add("packages on " + it.registry().title()));
        packages.homebrew().ifPresent(it -> all.add("the Homebrew formula " + it.tap() + "/" + it.name()));
        packages.winget().ifPresent(it -> all.add("the winget package " + it.id()));
        packages.deb().ifPresent(it -> all.add("the Debian package " + it.name()));
        packages.rpm().ifPresent(it -> all.add("the RPM package " + it.name()));
        return all.stream();
    }

    private static Set<String> proofs(Optional<ReleasePlan> plan) {
        return set(plan.stream()
                .flatMap(known -> Stream.of(
                        known.release().attest() ? "attestations of the files" : "",
                        known.release().sign() && known.image().isPresent() ? "the signature of the image" : ""))
                .filter(words -> !words.isEmpty()));
    }
}
