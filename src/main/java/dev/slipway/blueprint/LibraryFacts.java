package dev.slipway.blueprint;

import dev.slipway.facts.Libc;
import dev.slipway.facts.Libcs;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.ReleasePlan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The C library that the programs of an image need in any image that they are copied to.
 *
 * @param sentence for people; absent if unknown
 * @param example an image on which the programs start
 */
record LibraryFacts(Optional<String> sentence, String example) {
    private static final String BOOKWORM = "python:3.11-slim-bookworm";
    private static final String TRIXIE = "python:3.13-slim-trixie";

    static LibraryFacts of(ReleasePlan plan, ImageVariant variant) {
        List<Build> builds = variant.builds();
        if (plan.toolchain().standsAlone()) {
            return new LibraryFacts(
                    Optional.of("The programs are statically linked, so they run on any base image."), BOOKWORM);
        }
        if (builds.stream().allMatch(build -> build.target().libc() == dev.slipway.toolchain.Libc.MUSL)) {
            return new LibraryFacts(
                    Optional.of("The programs are linked with musl, so the base image does not need glibc."), BOOKWORM);
        }
        Set<String> places = new LinkedHashSet<>();
        Optional<Libc> needed = plan.toolchain().linksLibc() ? newest(plan, builds, places) : Optional.empty();
        return needed.map(libc -> of(variant, libc, places))
                .orElseGet(
                        () -> new LibraryFacts(Optional.empty(), variant.base().image()));
    }

    private static LibraryFacts of(ImageVariant variant, Libc needed, Set<String> places) {
        String where = places.isEmpty() ? "" : "The Linux builds run in " + String.join(" and ", places) + ". ";
        String base = variant.base()
                .libc()
                .filter(libc -> libc.kind() == Libc.Kind.GLIBC)
                .map(libc -> libc.version().equals(needed.version())
                        ? " The base image has the same version."
                        : " The base image has " + libc + ".")
                .orElse("");
        return new LibraryFacts(
                Optional.of(where + "The programs are linked with " + needed
                        + " and need a base image with that version or a newer one." + base),
                starts(BOOKWORM, needed)
                        .or(() -> starts(TRIXIE, needed))
                        .orElse(variant.base().image()));
    }

    private static Optional<String> starts(String image, Libc needed) {
        return Libcs.standard().ofImage(image).filter(libc -> libc.runs(needed)).map(libc -> image);
    }

    /** The newest library that a build links; nothing if one of them is not known. */
    private static Optional<Libc> newest(ReleasePlan plan, List<Build> builds, Set<String> places) {
        Optional<Libc> newest = Optional.empty();
        for (BuildGroup group : plan.groups()) {
            for (Build build : group.builds()) {
                if (builds.contains(build) && build.target().libc() == dev.slipway.toolchain.Libc.GNU) {
                    Optional<Libc> own = plan.glibc(build).libc();
                    if (own.isEmpty()) {
                        return own;
                    }
                    if (build.own().glibc().isEmpty()) {
                        group.container().ifPresent(places::add);
                    }
                    newest = newest.filter(libc -> libc.runs(own.get())).or(() -> own);
                }
            }
        }
        return newest;
    }
}
