package dev.slipway.detect;

import dev.slipway.detect.Setup.Build;
import dev.slipway.facts.Libc;
import dev.slipway.facts.Libcs;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Sees whether the binaries of an image start on the C library that its base has. */
record LibcCheck() implements Check {
    private static final String URL = "https://sourceware.org/glibc/wiki/FAQ";

    @Override
    public Sight sight(Repository repository, Setup setup) {
        return Sight.when(
                        "the C libraries of the image and of the build",
                        setup.image().isPresent())
                .unless(
                        setup.image()
                                .flatMap(image -> Libcs.standard().ofImage(image.base()))
                                .isEmpty(),
                        "the C library of the base is not known");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Optional<Libc> base = setup.image().flatMap(image -> Libcs.standard().ofImage(image.base()));
        if (base.isEmpty()) {
            return List.of();
        }
        return setup.builds().stream()
                .filter(build -> build.inImage() && build.triple().contains("-linux-gnu"))
                .flatMap(build -> advise(build, base.get(), setup.image().get(), setup.config()).stream())
                .findFirst()
                .stream()
                .toList();
    }

    private static Optional<Advice> advise(Build build, Libc base, Setup.Image image, String config) {
        String place = build.container().orElse(build.runner());
        Optional<Libc> made = build.container().isPresent()
                ? Libcs.standard().ofImage(place)
                : Libcs.standard().ofRunner(place);
        if (base.kind() != Libc.Kind.GLIBC) {
            return Optional.of(error(
                    "the base '" + image.base() + "' has no glibc, and '" + build.target() + "' is linked against one",
                    "build for musl, or choose a base with a glibc in " + config));
        }
        return made.filter(libc -> !base.runs(libc))
                .map(libc -> error(
                        "the base '" + image.base() + "' has " + base + ", but '" + build.target() + "' is built in '"
                                + place + "' with " + libc + " and will not start there",
                        "choose a newer base, or build in an older container, in " + config));
    }

    private static Advice error(String message, String help) {
        return new Advice(Severity.ERROR, "libc", message, help, URL);
    }
}
