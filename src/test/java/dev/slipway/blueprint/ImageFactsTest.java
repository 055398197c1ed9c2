package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page about a release says of the image. */
class ImageFactsTest {
    private static final String RUST = "name: otto\nrepository: otto-rs/otto\nrust: {}\ndocs: { release: a.md }\n";
    private final ReleasePage otto =
            Examples.otto().blueprint().page().orElseThrow().content();

    private static ReleasePage page(String config) {
        return Examples.generate(RUST + config).blueprint().page().orElseThrow().content();
    }

    @Test
    void itSaysWhatTheImageIs() {
        assertThat(otto.images())
                .containsExactly(new ImageFacts(
                        "",
                        "ghcr.io/otto-rs/otto",
                        "v1.2.3",
                        List.of(
                                "ghcr.io/otto-rs/otto:latest",
                                "ghcr.io/otto-rs/otto:1.2.3",
                                "ghcr.io/otto-rs/otto:v1.2.3",
                                "ghcr.io/otto-rs/otto:1.2",
                                "ghcr.io/otto-rs/otto:sha-<commit>"),
                        "latest and 1.2 move with a release, but not with a prerelease and never back to an older version.",
                        "linux/amd64 (x86_64) and linux/arm64 (Apple silicon, AWS Graviton and other 64-bit Arm)",
                        "debian:bookworm-slim",
                        List.of(
                                "The Linux builds run in debian:bookworm. The programs are linked with glibc 2.36 and need "
                                        + "a base image with that version or a newer one. The base image has the same version."),
                        "otto",
                        "ARG TARGETARCH\nCOPY --from=binaries ${TARGETARCH}/otto /usr/local/bin/otto",
                        "ARG OTTO_VERSION=\"1.2.3\"\nFROM ghcr.io/otto-rs/otto:${OTTO_VERSION} AS otto\n\n"
                                + "FROM python:3.11-slim-bookworm AS base\n"
                                + "COPY --from=otto /usr/local/bin/otto /usr/local/bin/otto"));
        assertThat(page("").images()).isEmpty();
        assertThat(page("docker: { base: fedora:43 }\n").images())
                .singleElement()
                .extracting(ImageFacts::libraries)
                .isEqualTo(List.of(
                        "The Linux builds run in debian:bookworm. The programs are linked with glibc 2.36 and need "
                                + "a base image with that version or a newer one."));
    }

    @Test
    void itSaysWhatProgramsNeedOfTheBaseOnlyWhereItIsTrue() {
        assertThat(page("targets: linux-amd64-musl\ndocker: { base: scratch }\n")
                        .images()
                        .get(0)
                        .libraries())
                .isEqualTo(List.of("The programs are linked with musl, so the base image does not need glibc."));
        assertThat(library("go: { package: ./cmd/otto }\n"))
                .isEqualTo(List.of("The programs are statically linked, so they run on any base image."));
        assertThat(library("command: { build: make, bins: otto, static: true }\n"))
                .isEqualTo(List.of("The programs are statically linked, so they run on any base image."));
        assertThat(library("maven: { java: 17, jar: target/otto.jar }\n")).isEmpty();
        assertThat(page("targets: linux-amd64-musl\n").sourceRules()).isEmpty();
    }

    private static List<String> library(String toolchain) {
        return Examples.generate(
                        "name: otto\nrepository: otto-rs/otto\ntargets: [linux-amd64]\ndocs: { release: a.md }\n"
                                + "docker: { base: debian:bookworm-slim }\n" + toolchain)
                .blueprint()
                .page()
                .orElseThrow()
                .content()
                .images()
                .get(0)
                .libraries();
    }

    @Test
    void onlyPackagesOnGitHubHaveAVisibility() {
        assertThat(page("docker: { image: [quay.io/a/otto, docker.io/a/otto] }\n")
                        .firstTime())
                .isEmpty();
        assertThat(page("docker: { image: ghcr.io/a/b/otto, login: { ghcr.io: 'ME:TOKEN' } }\n")
                        .firstTime())
                .extracting(PackageAccess::user)
                .containsExactly("https://github.com/users/a/packages/container/b%2Fotto/settings");
    }
}
