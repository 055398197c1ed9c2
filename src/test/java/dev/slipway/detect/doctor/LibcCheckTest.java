package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.doctor.Setup.Build;
import dev.slipway.detect.doctor.Setup.Image;
import dev.slipway.facts.Libcs;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether programs start with the C library of an image, and with those of older systems. */
class LibcCheckTest extends WithHealthyCrate {
    @Test
    void theNewestCLibraryIsAWarning() {
        crate.builds = List.of(
                HealthyCrate.AMD64,
                new Build(
                        "linux-arm64",
                        "aarch64",
                        "otto.tar.gz",
                        "ubuntu-24.04-arm",
                        Optional.empty(),
                        false,
                        false,
                        Libcs.standard().ofRunner("ubuntu-24.04-arm")),
                new Build(
                        "linux-armv7",
                        "armv7",
                        "otto.tar.gz",
                        "ubuntu-latest",
                        Optional.empty(),
                        false,
                        false,
                        Libcs.standard().ofRunner("ubuntu-latest")));
        assertThat(crate.only("libc").severity()).isEqualTo(Severity.WARNING);
        assertThat(crate.only("libc").message())
                .isEqualTo(
                        "'linux-arm64', 'linux-armv7' are built on runners with glibc 2.39 or glibc 2.43, so they may not"
                                + " start on systems with an older one, such as Debian 12 (glibc 2.36)");

        crate.builds = List.of(new Build(
                "linux-amd64",
                "x86_64",
                "otto.tar.gz",
                "ubuntu-22.04",
                Optional.empty(),
                false,
                false,
                Libcs.standard().ofRunner("ubuntu-22.04")));
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void aBaseOlderThanTheBuildIsAnError() {
        crate.image = Optional.of(new Image(List.of("ghcr.io/otto-rs/otto"), "debian:bullseye-slim", List.of()));
        assertThat(crate.only("libc").message())
                .isEqualTo("the base image 'debian:bullseye-slim' has glibc 2.31, but 'linux-amd64' is built in"
                        + " 'debian:bookworm' with glibc 2.36 and may not start there");
    }

    @Test
    void aBaseAsOldAsTheBuildIsFine() {
        crate.image = Optional.of(new Image(List.of("ghcr.io/otto-rs/otto"), "debian:bookworm-slim", List.of()));
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("libc");
    }

    @Test
    void aBaseWithoutGlibcNeedsMusl() {
        crate.image = Optional.of(new Image(List.of("ghcr.io/otto-rs/otto"), "scratch", List.of()));
        assertThat(crate.only("libc").help()).startsWith("build for musl");
        crate.builds = List.of(new Build(
                "linux-amd64-musl",
                "x86_64-unknown-linux-musl",
                "otto.tar.gz",
                "ubuntu-latest",
                Optional.empty(),
                false,
                true,
                Optional.empty()));
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("libc");
    }

    @Test
    void withoutAContainerTheRunnerDecides() {
        crate.image = Optional.of(new Image(List.of("ghcr.io/otto-rs/otto"), "debian:bookworm-slim", List.of()));
        crate.builds = List.of(new Build(
                "linux-amd64",
                "x86_64-unknown-linux-gnu",
                "otto.tar.gz",
                "ubuntu-24.04",
                Optional.empty(),
                false,
                true,
                Libcs.standard().ofRunner("ubuntu-24.04")));
        assertThat(crate.examine())
                .extracting(Advice::message)
                .anySatisfy(message -> assertThat(message).contains("is built in 'ubuntu-24.04' with glibc 2.39"));
    }

    @Test
    void theRunnerSaysNothingOfWhatAToolBuildsInAContainerOfItsOwn() {
        crate.image = Optional.of(new Image(List.of("ghcr.io/otto-rs/otto"), "debian:bookworm-slim", List.of()));
        crate.builds = List.of(new Build(
                "linux-amd64",
                "x86_64-unknown-linux-gnu",
                "otto.tar.gz",
                "ubuntu-latest",
                Optional.empty(),
                false,
                true,
                Optional.empty()));
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("libc");
    }
}
