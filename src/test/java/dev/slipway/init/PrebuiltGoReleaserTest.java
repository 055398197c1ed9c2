package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;

/** GoReleaser that packs what other commands build, and configs next to it that only build or only push images. */
class PrebuiltGoReleaserTest extends HandWrittenRelease {
    private static final String PACKED = """
            version: 2
            builds:
              - builder: prebuilt
                goos: [linux, darwin]
                goarch: [amd64, arm64]
                goamd64: [v1]
                ignore: [{ goos: darwin, goarch: amd64 }]
                prebuilt: { path: 'out/{{ .Os }}/{{ .Arch }}/kelp' }
            archives: [{ name_template: 'kelp-{{ .Version }}-{{ .Os }}-{{ .Arch }}' }]
            checksum: { name_template: sums.txt }
            nfpms: [{ formats: [apk] }]
            """;

    private static final String JOBS = """
            linux:
              runs-on: ubuntu-latest
              steps:
                - uses: goreleaser/goreleaser-action@v6
                  with: { args: build -f build/linux.yml }
                  env: { GORELEASER_KEY: '${{ secrets.GORELEASER_KEY }}', GITHUB_TOKEN: '${{ secrets.ROBOT }}' }
            mac:
              runs-on: macos-latest
              steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: build --config build/mac.yml } }]
            publish:
              needs: [linux, mac]
              runs-on: ubuntu-latest
              steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: release -f .goreleaser.yml } }]
            image:
              needs: [linux, mac]
              runs-on: ubuntu-latest
              steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: release -f image.yml } }]
            """;

    private SampleRepository kelp() {
        return repository()
                .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                .file("main.go", "package main\n\nfunc main() {}\n")
                .file("Dockerfile", "FROM scratch\nCOPY kelp /kelp\nENTRYPOINT [\"/kelp\"]\n");
    }

    private Proposal proposal() throws NoProposal {
        return proposal(workflow(
                kelp().file(".goreleaser.yml", PACKED)
                        .file("build/linux.yml", """
                                version: 2
                                builds: [{ goos: [linux], ldflags: -s, tags: [fts5, static], env: [CGO_ENABLED=1] }]
                                archives: [{ formats: [binary] }]
                                """)
                        .file("build/mac.yml", """
                                version: 2
                                builds: [{ goos: [darwin], ldflags: -s, tags: [fts5], env: [CGO_ENABLED=1] }]
                                """)
                        .file("image.yml", """
                                version: 2
                                builds: [{ builder: prebuilt, goos: [linux], prebuilt: { path: out/kelp } }]
                                release: { disable: true }
                                dockers_v2:
                                  - images: [ghcr.io/me/kelp]
                                    tags: ['{{ .Tag }}', latest]
                                """),
                JOBS));
    }

    @Test
    void itsArchivesKeepTheirNames() throws Exception {
        assertThat(names(proposal()))
                .contains(
                        "kelp-9.9.9-linux-amd64.tar.gz",
                        "kelp-9.9.9-linux-arm64.tar.gz",
                        "kelp-9.9.9-darwin-arm64.tar.gz",
                        "sums.txt")
                .doesNotContain("kelp-9.9.9-darwin-amd64.tar.gz");
    }

    @Test
    void itsPackagesOfOtherKindsAreNamed() throws Exception {
        assertThat(lost(proposal()))
                .contains("kelp_{version}_linux_arm64.apk no longer released")
                .contains("goreleaser builds[0].prebuilt { path } GoReleaser packs programs that other commands build");
    }

    @Test
    void configsThatOnlyBuildSayHow() throws Exception {
        Proposal proposal = proposal();
        assertThat(proposal.config()).contains("cgo: true", "ldflags: \"-s\"", "tags: [fts5, static]");
        assertThat(lost(proposal))
                .contains("go.tags fts5 'build/linux.yml' has fts5, static, which is used for all")
                .doesNotContain("kelp_{version}_linux_amd64 ", "kelp_{version}_checksums.txt");
    }

    @Test
    void aStepThatOnlyBuildsIsNotSaidToPublish() throws Exception {
        assertThat(lost(proposal())).doesNotContain("may publish");
    }

    @Test
    void aConfigThatOnlyPushesImagesHasNoFilesOfTheRelease() throws Exception {
        Proposal proposal = proposal();
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains("docker.tags {tag}, latest", "docker.platforms linux/amd64, linux/arm64");
        assertThat(lost(proposal))
                .doesNotContain("checksums.txt")
                .doesNotContain("creates no release here")
                .containsOnlyOnce("changelog.use");
    }

    @Test
    void aPathWithTheTripleOfRustTellsTheTarget() throws Exception {
        Proposal proposal = proposal(workflow(crate("").file(".goreleaser.yml", """
                                version: 2
                                builds:
                                  - builder: prebuilt
                                    goos: [linux]
                                    goarch: [amd64, arm64]
                                    prebuilt:
                                      path: 'target/{{ if eq .Arch "arm64" }}aarch64{{ else }}x86_64{{ end }}-unknown-linux-musl/release/kelp'
                                archives: [{ name_template: 'kelp-{{ .Os }}-{{ .Arch }}' }]
                                """), """
                publish:
                  runs-on: ubuntu-latest
                  steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: release } }]
                """));
        assertThat(names(proposal)).contains("kelp-linux-amd64.tar.gz", "kelp-linux-arm64.tar.gz");
        assertThat(proposal.config()).contains("x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl");
    }
}
