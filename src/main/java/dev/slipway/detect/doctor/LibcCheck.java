package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.doctor.Setup.Build;
import dev.slipway.facts.Libc;
import dev.slipway.facts.Libcs;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sees whether binaries start on the C library that an image has, and on those of systems that people still have. */
record LibcCheck() implements Check {
    private static final String URL = "https://sourceware.org/glibc/wiki/FAQ";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                        "the C libraries of the image and of the build",
                        setup.image().isPresent())
                .unless(
                        setup.image()
                                .flatMap(image -> Libcs.standard().ofImage(image.base()))
                                .isEmpty(),
                        "the C library of the base image is unknown");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        return Stream.concat(ofRunner(setup).stream(), ofImage(setup).stream()).toList();
    }

    /** What is linked on a runner starts on systems that are as new; one that moves gets newer without a commit. */
    private static Optional<Advice> ofRunner(Setup setup) {
        List<Build> newest = setup.builds().stream()
                .filter(build ->
                        build.runnersLibc().filter(libc -> !old().runs(libc)).isPresent())
                .toList();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        boolean one = newest.size() == 1;
        String targets =
                newest.stream().map(build -> "'" + build.target() + "'").collect(Collectors.joining(", "));
        String libcs = newest.stream()
                .map(build -> build.runnersLibc().orElseThrow().toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
        return Optional.of(new Advice(
                        Severity.WARNING,
                        "libc",
                        targets + (one ? " is built on a runner with " : " are built on runners with ") + libcs
                                + ", so " + (one ? "it" : "they")
                                + " may not start on systems with an older one, such as Debian 12 (" + old() + ")",
                        "write 'container: " + Libcs.OLD_SYSTEM + "' under 'linux' in " + setup.config()
                                + ", with the packages that the build needs, or link statically",
                        URL)
                .at(setup.key("/linux")));
    }

    private static Libc old() {
        return Libcs.standard().ofImage(Libcs.OLD_SYSTEM).orElseThrow();
    }

    private static List<Advice> ofImage(Setup setup) {
        Optional<Libc> base = setup.image().flatMap(image -> Libcs.standard().ofImage(image.base()));
        if (base.isEmpty()) {
            return List.of();
        }
        return setup.builds().stream()
                .filter(build -> build.inImage() && build.triple().contains("-linux-gnu"))
                .flatMap(build -> advise(build, base.get(), setup.image().get(), setup).stream())
                .findFirst()
                .stream()
                .toList();
    }

    private static Optional<Advice> advise(Build build, Libc base, Setup.Image image, Setup setup) {
        String place = build.container().orElse(build.runner());
        Optional<Libc> made = build.container().isPresent() ? Libcs.standard().ofImage(place) : build.runnersLibc();
        if (base.kind() != Libc.Kind.GLIBC) {
            return Optional.of(error(
                            "the base image '" + image.base() + "' has no glibc, but '" + build.target()
                                    + "' is linked with it",
                            "build for musl, or use a base image with glibc in " + setup.config())
                    .at(setup.key("/docker/base")));
        }
        return made.filter(libc -> !base.runs(libc))
                .map(libc -> error(
                                "the base image '" + image.base() + "' has " + base + ", but '" + build.target()
                                        + "' is built in '" + place + "' with " + libc + " and may not start there",
                                "use a newer base image, or build in an older container, in " + setup.config())
                        .at(setup.key("/docker/base")));
    }

    private static Advice error(String message, String help) {
        return new Advice(Severity.ERROR, "libc", message, help, URL);
    }
}
