package dev.slipway.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibcsTest {
    private final Libcs libcs = Libcs.standard();

    @ParameterizedTest
    @CsvSource({
        "debian:bookworm-slim, glibc 2.36",
        "debian:bookworm, glibc 2.36",
        "debian:12.5-slim, glibc 2.36",
        "docker.io/library/debian:trixie-20260101-slim, glibc 2.41",
        "debian:bullseye, glibc 2.31",
        "ubuntu:20.04, glibc 2.31",
        "ubuntu:22.04, glibc 2.35",
        "ubuntu:noble-20260101, glibc 2.39",
        "ubuntu:26.04@sha256:0000000000000000000000000000000000000000000000000000000000000000, glibc 2.43",
        "rust:1.94-slim-bookworm, glibc 2.36",
        "eclipse-temurin:21-jre-jammy, glibc 2.35",
        "gcr.io/distroless/cc-debian12:nonroot, glibc 2.36",
        "gcr.io/distroless/static-debian12, no C library",
        "quay.io/pypa/manylinux_2_28_x86_64, glibc 2.28",
        "registry:5000/team/debian:bookworm, glibc 2.36",
        "alpine:3.22, musl",
        "rust:1.94-alpine3.22, musl",
        "scratch, no C library"
    })
    void theNameOfAnImageTellsItsLibrary(String image, String libc) {
        assertThat(libcs.ofImage(image)).map(Libc::toString).hasValue(libc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian", "debian:latest", "debian:stable-slim", "ghcr.io/owner/tool:12", "node:22", ""})
    void aNameThatDoesNotTellIsNotGuessed(String image) {
        assertThat(libcs.ofImage(image)).isEmpty();
    }

    @Test
    void aRunnerHasTheLibraryOfItsSystem() {
        assertThat(libcs.ofRunner("ubuntu-22.04-arm")).map(Libc::toString).hasValue("glibc 2.35");
        assertThat(libcs.ofRunner("macos-15")).isEmpty();
    }

    @Test
    void aLabelThatMovesCountsAsTheNewestMachineThatAJobMayGet() {
        assertThat(libcs.ofRunner("ubuntu-latest")).map(Libc::toString).hasValue("glibc 2.43");
    }

    @Test
    void versionsAreComparedAsNumbers() {
        Libc old = new Libc(Libc.Kind.GLIBC, "2.9", "");
        Libc young = new Libc(Libc.Kind.GLIBC, "2.36", "");
        assertThat(young.runs(old)).isTrue();
        assertThat(old.runs(young)).isFalse();
        assertThat(young.runs(young)).isTrue();
    }
}
