package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Repository;
import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What init makes of GoReleaser configs. */
class GoReleaserTakeOverTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    @TempDir
    Path directory;

    private List<Remark> remarks = List.of();

    private SampleRepository reed(String path, String config) {
        return new SampleRepository(directory)
                .file("go.mod", "module github.com/me/reed\n\ngo 1.26\n")
                .file("main.go", "package main\n\nfunc main() {}\n")
                .file("LICENSE", "MIT\n")
                .file(path, config);
    }

    private String config(SampleRepository repository) throws NoProposal {
        return config(
                repository.committed().origin("https://github.com/me/reed").read());
    }

    private String config(Repository repository) throws NoProposal {
        Proposal proposal = Proposal.of(repository, Optional.empty(), TODAY);
        remarks = proposal.remarks();
        return proposal.config();
    }

    private String said(Remark.Kind kind) {
        return remarks.stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.key() + " " + remark.value() + " " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void namesAreThoseOfTheTemplatesWithAWordForEachTarget() throws NoProposal {
        String config = config(reed(".config/goreleaser.yml", """
                version: 2
                builds: [{ goos: [linux, darwin], goarch: [amd64, "386"], goamd64: [v1, v3], env: [CGO_ENABLED=0] }]
                archives:
                  - name_template: reed-{{ .Tag }}-{{ if eq .Os "darwin" }}mac{{ else }}{{ .Os }}{{ end }}-{{ .Arch }}{{ if ne .Amd64 "v1" }}{{ .Amd64 }}{{ end }}
                    wrap_in_directory: true
                checksum: { name_template: sums.txt }
                """));
        assertThat(config)
                .contains(
                        "  - linux-amd64\n",
                        "{ target: linux-amd64, as: linux-amd64v3, env: { GOAMD64: v3 } }",
                        "{ target: macos-amd64, as: mac-amd64 }",
                        "{ target: linux-i686, as: linux-386 }",
                        "layout: dir",
                        "checksums: combined\nchecksum-file: sums.txt")
                .doesNotContain("cgo:");
        assertThat(said(Remark.Kind.LEFT)).doesNotContain("sums.txt");
    }

    @Test
    void theConfigThatTheReleaseNamesIsRead() throws NoProposal {
        SampleRepository repository = reed(
                        "ci/release.yml", "archives: [{ name_template: 'reed.{{ .Os }}.{{ .Arch }}' }]\n")
                .file(".goreleaser.yml", "archives: [{ name_template: 'other-{{ .Os }}-{{ .Arch }}' }]\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          release:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: goreleaser/goreleaser-action@v7
                                with: { args: release --clean --config=ci/release.yml }
                        """);
        assertThat(config(repository)).contains("name: \"{name}.{platform}\"", "as: linux.amd64");
    }

    @Test
    void aConfigThatIsNoYamlIsAFindingAndTheRestIsProposed() throws NoProposal {
        Repository repository = reed(".goreleaser.yaml", "builds: [\n")
                .committed()
                .origin("https://github.com/me/reed")
                .read();
        assertThat(config(repository)).contains("name: reed");
        assertThat(repository.release().untold())
                .anyMatch(finding -> finding.file().equals(".goreleaser.yaml"));
    }

    @Test
    void programsOfRustKeepTheirTriplesAndTheirGlibc() throws NoProposal {
        SampleRepository repository = new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"reed\"\nversion = \"1.2.3\"\nlicense = \"MIT\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file("src/main.rs", "fn main() {}\n")
                .file(".goreleaser.yaml", """
                        builds:
                          - builder: rust
                            targets: [x86_64-unknown-linux-gnu.2.17, aarch64-apple-darwin, x86_64-pc-windows-gnu]
                            flags: [--release, --no-default-features, --features=tls]
                        universal_binaries: [{ replace: true }]
                        """);
        assertThat(config(repository))
                .contains("rust: { ", "features: [tls]", "default-features: false", "glibc: 2.17", "as: darwin_all")
                .contains("target: x86_64-pc-windows-gnu, as: windows_amd64");
    }

    @Test
    void whatOnlyARunKnowsIsSaidAndNotGuessed() throws NoProposal {
        String config = config(reed(".goreleaser.yml", """
                archives: [{ name_template: "reed-{{ .Env.CHANNEL }}-{{ .Os }}-{{ .Arch }}" }]
                """));
        assertThat(config).doesNotContain("{?}");
        assertThat(said(Remark.Kind.LEFT))
                .contains(
                        "goreleaser archive.name reed-{?}-linux-amd64 the name is unknown: the environment variable 'CHANNEL' is unknown; from .goreleaser.yml:1");
    }

    @Test
    void whatOtherFilesSayMakesEverythingAGuess() throws NoProposal {
        config(reed(".goreleaser.yml", "includes: [{ from_url: { url: acme/meta/all.yml } }]\n"));
        assertThat(said(Remark.Kind.OPEN))
                .contains("archive.name  a guess: .goreleaser.yml:1 includes includes configs");
        assertThat(said(Remark.Kind.LEFT)).contains("goreleaser includes 1 item not read; from .goreleaser.yml:1");
    }

    @Test
    void aBaseThatCompilesIsNotTakenForTheOneOfAnotherDockerfile() throws NoProposal {
        String config =
                config(reed(".goreleaser.yml", "dockers_v2: [{ images: [me/reed], dockerfile: ci/Dockerfile }]\n")
                        .file("ci/Dockerfile", "FROM golang:1.26\nCOPY reed /bin/\n")
                        .file("Dockerfile", "FROM alpine:3.22\n"));
        assertThat(config).contains("image: docker.io/me/reed").doesNotContain("alpine");
        assertThat(said(Remark.Kind.LEFT)).contains("docker.base golang:1.26 contains a compiler");
    }

    @Test
    void aProgramAsItIsKeepsTheEndingThatWindowsWants() throws NoProposal {
        String config = config(reed(
                ".goreleaser.yml",
                "builds: [{ goos: [linux, windows], goarch: [amd64] }]\narchives: [{ formats: [binary] }]\n"));
        assertThat(config).contains("layout: raw");
        assertThat(said(Remark.Kind.LEFT)).doesNotContain("archive.format");
    }

    @Test
    void namesThatFollowNoCommonTextAreThoseOfTheirTargets() throws NoProposal {
        SampleRepository repository = reed(".goreleaser.yml", """
                builds: [{ goos: [linux, darwin], goarch: [amd64, arm], goarm: [6, 7], ignore: [{ goos: darwin, goarch: arm }] }]
                archives: [{ name_template: '{{ .Os }}_{{ .Version }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}' }]
                """);
        assertThat(config(repository)).contains("""
                targets:
                  - { target: linux-amd64, archive: "linux_{version}_amd64" }
                  - { target: linux-armv7, archive: "linux_{version}_armv7" }
                  - { target: linux-armv7, as: linux-armv7-goarm6, archive: "linux_{version}_armv6", env: { GOARM: 6 } }
                  - { target: macos-amd64, archive: "darwin_{version}_amd64" }
                """);
    }
}
