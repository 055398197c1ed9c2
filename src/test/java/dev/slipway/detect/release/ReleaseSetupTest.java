package dev.slipway.detect.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Repository;
import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.fact.Fact;
import dev.slipway.source.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseSetupTest {
    private static final String RELEASE = ".github/workflows/release.yml";
    private static final String HAND_WRITTEN = """
            name: Release
            on:
              push:
                tags: ['v*']
            env:
              RUST_VERSION: 1.94.0
              REGISTRY: ghcr.io
              IMAGE_NAME: ${{ github.repository }}
            jobs:
              linux:
                runs-on: ubuntu-latest
                container: debian:bookworm
                strategy:
                  matrix:
                    include:
                      - { target: x86_64-unknown-linux-gnu, suffix: linux-amd64 }
                      - { target: aarch64-unknown-linux-gnu, suffix: linux-arm64, gcc: gcc-aarch64-linux-gnu }
                steps:
                  - run: |
                      apt-get update && apt-get install -y --no-install-recommends curl git \\
                        pkg-config libssl-dev ${{ matrix.gcc }}
                  - run: tar -czf tool-${{ github.ref_name }}-${{ matrix.suffix }}.tar.gz tool
              macos:
                runs-on: ${{ matrix.os }}
                strategy:
                  matrix:
                    os: [macos-14]
                    target: [x86_64-apple-darwin, aarch64-apple-darwin]
                steps:
                  - run: cargo build --target ${{ matrix.target }}
              publish:
                needs: [linux, macos]
                runs-on: ubuntu-latest
                steps:
                  - uses: softprops/action-gh-release@v2
              docker:
                runs-on: ubuntu-latest
                steps:
                  - uses: docker/metadata-action@v5
                    with:
                      images: ${{ env.REGISTRY }}/${{ env.IMAGE_NAME }}
            """;

    @TempDir
    Path directory;

    private SampleRepository sample() {
        return new SampleRepository(directory);
    }

    private ReleaseSetup handWritten() {
        return sample().file(RELEASE, HAND_WRITTEN)
                .committed()
                .origin("https://github.com/Owner/tool")
                .read()
                .release();
    }

    @Test
    void theActionThatReleasesIsNamedWithItsPlace() {
        ReleaseSetup setup = handWritten();
        assertThat(setup.publishers())
                .containsExactly(new Fact<>("softprops/action-gh-release", RELEASE + ":31 jobs.publish"));
        assertThat(setup.tags()).hasValue(new Fact<>(List.of("v*"), RELEASE + " on.push.tags"));
    }

    @Test
    void targetsComeWithTheirWordsRunnersAndContainers() {
        assertThat(handWritten().targets())
                .extracting(fact -> fact.value().triple() + " "
                        + fact.value().archive().map(FoundArchive::name).orElse("-") + " "
                        + fact.value().runner().orElse("-") + " "
                        + fact.value().container().orElse("-"))
                .containsExactly(
                        "x86_64-unknown-linux-gnu tool-{tag}-linux-amd64.tar.gz ubuntu-latest debian:bookworm",
                        "aarch64-unknown-linux-gnu tool-{tag}-linux-arm64.tar.gz ubuntu-latest debian:bookworm",
                        "x86_64-apple-darwin - macos-14 -",
                        "aarch64-apple-darwin - macos-14 -");
    }

    @Test
    void namesOfImagesAreTakenOver() {
        assertThat(handWritten().images().names()).extracting(Fact::value).containsExactly("ghcr.io/owner/tool");
    }

    @Test
    void packagesAreThoseThatNotEveryBuildNeeds() {
        ReleaseSetup setup = handWritten();
        assertThat(setup.packages()).map(Fact::value).hasValue(List.of("pkg-config", "libssl-dev"));
        assertThat(setup.container()).hasValue(new Fact<>("debian:bookworm", RELEASE + ":10 jobs.linux"));
    }

    @Test
    void packagesThatOnlyTheBuildForWindowsInstallsAreNotForLinux() {
        ReleaseSetup setup = sample().file("go.mod", "module example.com/kiln\n\ngo 1.26\n")
                .file("main.go", "package main\n\nfunc main() {}\n")
                .file(RELEASE, """
                        name: release
                        on:
                          push:
                            tags: ['v*']
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            strategy:
                              matrix:
                                goos: [windows, linux]
                            env:
                              GOOS: ${{ matrix.goos }}
                              GOARCH: amd64
                            steps:
                              - uses: actions/checkout@v6
                              - if: runner.os == 'Windows'
                                run: sudo apt-get install -y nsis
                              - run: |
                                  sudo apt-get install -y libpcap-dev
                                  go build -o kiln .
                                  if [ "$GOOS" = windows ]; then
                                    sudo apt-get install -y osslsigncode
                                    zip kiln-$GOOS.zip kiln
                                  else
                                    tar -czf kiln-$GOOS.tar.gz kiln
                                  fi
                              - run: gh release upload "$GITHUB_REF_NAME" kiln-*
                        """)
                .committed()
                .origin("https://github.com/Owner/kiln")
                .read()
                .release();
        assertThat(setup.packages()).map(Fact::value).hasValue(List.of("libpcap-dev"));
    }

    @Test
    void aSetupWithAContainerForEachTargetHasNoneForAll() {
        ReleaseSetup setup = sample().file(RELEASE, """
                        on: push
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            container: { image: 'ghcr.io/cross/${{ matrix.job.target }}:main' }
                            strategy:
                              matrix:
                                job:
                                  - { target: x86_64-unknown-linux-musl }
                                  - { target: aarch64-unknown-linux-musl }
                            steps: [{ run: gh release upload }]
                        """).read().release();
        assertThat(setup.container()).isEmpty();
        assertThat(setup.targets())
                .extracting(fact -> fact.value().container().orElseThrow())
                .containsExactly(
                        "ghcr.io/cross/x86_64-unknown-linux-musl:main",
                        "ghcr.io/cross/aarch64-unknown-linux-musl:main");
    }

    @Test
    void matrixEntriesJoinTheRowsThatTheyDoNotContradict() {
        ReleaseSetup setup = sample().file(RELEASE, """
                        on: push
                        jobs:
                          build:
                            runs-on: ${{ matrix.os }}
                            strategy:
                              matrix:
                                target: [x86_64-unknown-linux-musl, x86_64-pc-windows-msvc]
                                include:
                                  - { target: x86_64-unknown-linux-musl, os: ubuntu-24.04 }
                                  - { target: x86_64-pc-windows-msvc, os: windows-2025 }
                                  - { target: aarch64-apple-darwin, os: macos-15 }
                            steps: [{ uses: svenstaro/upload-release-action@v2 }]
                        """).read().release();
        assertThat(setup.targets())
                .extracting(fact ->
                        fact.value().triple() + " " + fact.value().runner().orElse(""))
                .containsExactly(
                        "x86_64-unknown-linux-musl ubuntu-24.04",
                        "x86_64-pc-windows-msvc windows-2025",
                        "aarch64-apple-darwin macos-15");
    }

    @Test
    void theWorkflowThatTestsTellsBranchesAndRunners() {
        ReleaseSetup setup = sample().file(RELEASE, HAND_WRITTEN)
                .file(".github/workflows/ci.yaml", """
                        on:
                          push: { branches: [main, makefile] }
                          pull_request:
                        jobs:
                          test: { runs-on: ubuntu-latest, steps: [{ run: cargo test }] }
                          build:
                            runs-on: ${{ matrix.os }}
                            strategy: { matrix: { include: [{ os: ubuntu-latest }, { os: macos-14 }] } }
                        """)
                .read()
                .release();
        assertThat(setup.tests().branches())
                .hasValue(new Fact<>(List.of("main", "makefile"), ".github/workflows/ci.yaml on.push.branches"));
        assertThat(setup.tests().runners()).map(Fact::value).hasValue(List.of("ubuntu-latest", "macos-14"));
    }

    @Test
    void theFilesOfOtherReleaseToolsAreNamed() {
        ReleaseSetup setup = sample().file("release-plz.toml", "")
                .file("dist-workspace.toml", "[dist]\ntargets = [\"x86_64-apple-darwin\"]\n")
                .read()
                .release();
        assertThat(setup.tools())
                .containsExactly(
                        new Fact<>("dist", "dist-workspace.toml"), new Fact<>("release-plz", "release-plz.toml"));
        assertThat(setup.targets()).extracting(fact -> fact.value().triple()).containsExactly("x86_64-apple-darwin");
    }

    @Test
    void aRepositoryWithoutReleasesHasNoSetup() {
        assertThat(sample().file(".github/workflows/ci.yml", "on: push\njobs: {}\n")
                        .read()
                        .release()
                        .exists())
                .isFalse();
    }

    @Test
    void anUnreadableWorkflowIsAFindingAndHidesNoOther() {
        Repository repository = sample().file(RELEASE, HAND_WRITTEN)
                .file(".github/workflows/bad.yml", "on: [push\njobs:\n")
                .read();
        assertThat(repository.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.file()).isEqualTo(".github/workflows/bad.yml"));
        assertThat(repository.release().targets()).hasSize(4);
    }

    @Test
    void hubMakesReleasesToo() {
        ReleaseSetup release = sample().file(
                        RELEASE,
                        "on: push\njobs: { a: { runs-on: x, steps: [{ run: hub release create -a x.zip v1 }] } }\n")
                .read()
                .release();
        assertThat(release.publishers()).extracting(Fact::value).containsExactly("hub release create");
    }

    @Test
    void whatIsTheLatestIsNotTested() {
        ReleaseSetup release = sample().file(
                        ".github/workflows/a.yml",
                        "on: { push: { branches: [site] } }\njobs: { a: { runs-on: macos-15, steps:"
                                + " [{ run: curl -O https://example.org/latest/x && gh attestation download x }] } }\n")
                .file(
                        ".github/workflows/z.yml",
                        "on: { push: { branches: [main] } }\njobs: { t: { runs-on: ubuntu-24.04, steps:"
                                + " [{ run: cargo nextest run }] } }\n")
                .read()
                .release();
        assertThat(release.tests().branches().map(Fact::value)).hasValue(List.of("main"));
        assertThat(release.tests().runners().map(Fact::value)).hasValue(List.of("ubuntu-24.04"));
    }

    @Test
    void aWorkflowOfAnUnexpectedShapeIsNoCrashButSaid() {
        assertThat(sample().file(RELEASE, "- on\n- jobs\n")
                        .file(".github/workflows/b.yml", "jobs: { a: [], b: { steps: { x: 1 }, strategy: x } }\n")
                        .read()
                        .findings())
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE))
                .extracting(finding -> finding.file() + ":" + finding.position() + ": " + finding.message())
                .contains(
                        RELEASE + ":1:1: this part could not be read: expected a mapping, found a list",
                        ".github/workflows/b.yml:1:12: this part could not be read: expected a mapping, found a list");
    }

    @Test
    void theBaseIsTheLastStageTracedToAnImage() {
        Repository repository = sample().file("Dockerfile", """
                        ARG RELEASE=bookworm
                        FROM --platform=$BUILDPLATFORM rust:1.94 AS build
                        FROM debian:${RELEASE}-slim AS Base
                        FROM base
                        """).read();
        assertThat(repository.release().images().base())
                .hasValue(new Fact<>("debian:bookworm-slim", "Dockerfile:4 FROM"));
    }
}
