package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about Otto's release says all that Otto's people wrote about it by hand. */
class HandWrittenPageTest {
    /** Each statement of the document that Otto's people wrote by hand, and where the page makes it. */
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            a tag publishes a release => Pushing a tag starts the release of otto
            the image is for several architectures => the multi-platform image for linux/amd64 and linux/arm64
            its registry is GitHub's => `ghcr.io/otto-rs/otto` in the GitHub Container Registry
            base images take the program => the image ghcr.io/otto-rs/otto for other images to copy from
            without a download => copies the programs with `COPY --from=`, so it does not have to download an archive
            the image has the tag latest => - `ghcr.io/otto-rs/otto:latest`
            and the tag of the release => - `ghcr.io/otto-rs/otto:v1.2.3`
            and the version => - `ghcr.io/otto-rs/otto:1.2.3`
            and major and minor => - `ghcr.io/otto-rs/otto:1.2`
            and the commit => - `ghcr.io/otto-rs/otto:sha-<commit>`
            linux/amd64 is x86_64 => linux/amd64 (x86_64)
            linux/arm64 is for Apple Silicon and AWS Graviton => linux/arm64 (Apple silicon, AWS Graviton
            the workflow is a file => `.github/workflows/release-and-publish.yml` runs these jobs
            tags like v* start it => Tags that start a release match `v*`.
            the image waits for Linux => build-linux --> docker
            the release waits for Linux => build-linux --> create-release
            the release waits for macOS => build-macos --> create-release
            build-linux runs on ubuntu-latest => | `build-linux` | ubuntu-latest, in debian:bookworm |
            it builds amd64 and arm64 => builds linux-amd64 and linux-arm64
            amd64 natively => | `linux-amd64` | `x86_64-unknown-linux-gnu` | ubuntu-latest (x86_64) | native |
            build-macos runs on macos-14 => | `build-macos` | macos-14 |
            it builds x86_64 and arm64 => builds macos-x86_64 and macos-arm64
            create-release publishes every archive => | `create-release` | ubuntu-latest | build-linux, build-macos | packs the archives and publishes them
            docker builds and pushes => | `docker` | ubuntu-latest | build-linux | builds the image, pushes it
            arm64 is cross-compiled on x86_64 => | `linux-arm64` | `aarch64-unknown-linux-gnu` | ubuntu-latest (x86_64) | cross-compiled
            with a package => Packages for linux-arm64: `gcc-aarch64-linux-gnu
            with a linker => `CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc`
            OpenSSL does not cross-compile => OpenSSL does not cross-compile without its headers
            reqwest uses rustls-tls => Use rustls-tls instead of native-tls in crates such as reqwest
            buildx sets TARGETARCH => Buildx sets `TARGETARCH`, which selects the programs for each platform
            the Dockerfile asks for it => ARG TARGETARCH
            and copies by it => COPY --from=binaries ${TARGETARCH}/otto /usr/local/bin/otto
            the base image => The base image is `debian:bookworm-slim`
            the builds run in a container => The Linux builds run in debian:bookworm
            its glibc is 2.36 => The programs are linked with glibc 2.36 and need a base image with that version
            the base image has the same => The base image has the same version
            another image names a version => ARG OTTO_VERSION="1.2.3"
            a stage of this image => FROM ghcr.io/otto-rs/otto:${OTTO_VERSION} AS otto
            a base of its own => FROM python:3.11-slim-bookworm AS base
            and copies the program => COPY --from=otto /usr/local/bin/otto /usr/local/bin/otto
            first stage => git add .
            then commit => git commit -m "Your changes"
            then push => git push origin HEAD
            then tag => git tag v1.2.4
            then push the tag => git push origin v1.2.4
            step 1 => 1. Builds for all 4 platforms
            step 2 => 2. Creates a GitHub release with the archives and their checksums
            step 3 => 3. Builds the multi-platform image
            workflow permissions => does not need "Read and write permissions" under "Workflow permissions"
            public packages are allowed => let members create public packages
            access is inherited => packages inherit access from their source repository
            the package becomes public => The visibility under "Danger Zone" must be "Public"
            where => https://github.com/orgs/otto-rs/packages/container/otto/settings
            file 1 => | `.github/workflows/release-and-publish.yml` | the release workflow |
            file 2 => | `.github/workflows/ci.yml` | the CI workflow: tests pushes and pull requests |
            file 3 => | `Dockerfile` | how the image is built |
            file 4 => | `.dockerignore` | excludes all files from the main build context |
            file 5 => | `Cargo.toml` | selects rustls-tls, not native-tls
            """)
    void itSaysAllThatAHandWrittenPageSays(String statement, String phrase) {
        assertThat(Examples.otto()
                        .files()
                        .file("docs/docker-release-setup.md")
                        .orElseThrow()
                        .text())
                .as(statement)
                .contains(phrase);
    }
}
