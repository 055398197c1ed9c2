package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A release for which each system has a GoReleaser config. */
class SeveralGoReleaserConfigsTest extends HandWrittenRelease {
    private static final String NAMES = "archives: [{ name_template: 'kelp_{{ .Version }}_{{ .Os }}_{{ .Arch }}' }]\n";

    private static final String BOTH = """
            builds:
              - { id: kelp, main: ./cmd/kelp, binary: kelp, goos: [linux], goarch: [amd64] }
              - { id: frond, main: ./cmd/frond, binary: frond, goos: [linux], goarch: [amd64] }
            """;

    private Proposal proposal() throws NoProposal {
        return proposal(workflow(
                repository()
                        .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                        .file("main.go", "package main\n\nfunc main() {}\n")
                        .file("release/linux.yml", """
                                version: 2
                                builds: [{ goos: [linux], goarch: [amd64, arm64], ldflags: -s }]
                                checksum: { name_template: linux.sums }
                                nfpms: [{ maintainer: Kelp <me@kelp.dev>, formats: [deb] }]
                                """ + NAMES)
                        .file("release/mac.yml", """
                                version: 2
                                builds: [{ goos: [darwin], goarch: [arm64], ldflags: -w }]
                                checksum: { name_template: mac.sums }
                                """ + NAMES)
                        .file(".goreleaser.yml", "version: 2\nproject_name: other\n"),
                """
                linux:
                  runs-on: ubuntu-latest
                  steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: release -f release/linux.yml } }]
                mac:
                  runs-on: macos-latest
                  steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: release --config=release/mac.yml } }]
                """));
    }

    @Test
    void theFilesOfAllAreMade() throws Exception {
        assertThat(names(proposal()))
                .contains(
                        "kelp_9.9.9_linux_amd64.tar.gz",
                        "kelp_9.9.9_linux_arm64.tar.gz",
                        "kelp_9.9.9_darwin_arm64.tar.gz");
    }

    @Test
    void whatTheySayDifferentlyIsListed() throws Exception {
        Proposal proposal = proposal();
        assertThat(proposal.config()).contains("maintainer: \"Kelp <me@kelp.dev>\"", "checksum-file: linux.sums");
        assertThat(lost(proposal))
                .contains("goreleaser go.ldflags -w 'release/linux.yml' has -s, which is used for all")
                .contains("mac.sums no longer released");
    }

    @Test
    void theConfigOfBuildsBetweenReleasesSaysNothingOfReleases() throws Exception {
        Proposal proposal = proposal(workflow(
                repository()
                        .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                        .file("main.go", "package main\n\nfunc main() {}\n")
                        .file(".goreleaser.yml", "version: 2\nbuilds: [{ goos: [linux], goarch: [amd64] }]\n" + NAMES)
                        .file("nightly.yml", """
                                version: 2
                                project_name: kelp-nightly
                                builds: [{ goos: [linux], goarch: [amd64], ldflags: -w }]
                                release: { disable: true }
                                """)
                        .file(".github/workflows/nightly.yml", """
                                on: { schedule: [{ cron: '0 3 * * *' }] }
                                jobs:
                                  build:
                                    runs-on: ubuntu-latest
                                    steps:
                                      - uses: goreleaser/goreleaser-action@v6
                                        with: { args: release --config nightly.yml }
                                """),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: goreleaser/goreleaser-action@v6
                      with: { args: release --config .goreleaser.yml }
                """));
        assertThat(names(proposal)).contains("kelp_9.9.9_linux_amd64.tar.gz");
        assertThat(lost(proposal)).doesNotContain("nightly");
    }

    @Test
    void oneIsNamedAndTheOtherIsTheUsualOne() throws Exception {
        Proposal proposal = proposal(workflow(
                repository()
                        .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                        .file("cmd/kelp/main.go", "package main\n\nfunc main() {}\n")
                        .file("cmd/frond/main.go", "package main\n\nfunc main() {}\n")
                        .file("packed.yml", "version: 2\n" + BOTH + NAMES)
                        .file(".goreleaser.yml", """
                                version: 2
                                checksum: { name_template: raw.sums }
                                archives: [{ formats: [binary], name_template: '{{ .Binary }}-{{ .Os }}-{{ .Arch }}' }]
                                """ + BOTH),
                """
                packed:
                  runs-on: ubuntu-latest
                  steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: release -f packed.yml } }]
                raw:
                  runs-on: ubuntu-latest
                  steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: release --clean } }]
                """));
        assertThat(names(proposal)).contains("kelp_9.9.9_linux_amd64.tar.gz");
        assertThat(lost(proposal))
                .contains("kelp-linux-amd64", "frond-linux-amd64", "raw.sums no longer released")
                .doesNotContain("not built");
        assertThat(said(proposal, Remark.Kind.OPEN)).containsOnlyOnce("-trimpath");
    }

    @Test
    void aNameMayTellWhatGoReleaserRunsOn() throws Exception {
        Proposal proposal = proposal(workflow(
                repository()
                        .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                        .file("main.go", "package main\n\nfunc main() {}\n")
                        .file(".goreleaser.yml", """
                                version: 2
                                builds: [{ goos: [darwin], goarch: [arm64] }]
                                archives: [{ name_template: "kelp-{{ .Arch }}-by-{{ .Runtime.Goos }}-{{ .Runtime.Goarch }}" }]
                                """),
                """
                build:
                  runs-on: ubuntu-24.04-arm
                  steps: [{ uses: goreleaser/goreleaser-action@v6, with: { args: release } }]
                """));
        assertThat(names(proposal)).contains("kelp-arm64-by-linux-arm64.tar.gz");
    }

    @Test
    void anOptionThatOnlySomeRunsPassDoesNotHideTheRelease() throws Exception {
        Proposal proposal = proposal(workflow(
                repository()
                        .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                        .file("main.go", "package main\n\nfunc main() {}\n")
                        .file(".goreleaser.yml", "version: 2\n" + NAMES),
                """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - if: ${{ !startsWith(github.ref, 'refs/tags/v') }}
                      run: echo "mode=--snapshot" >> "$GITHUB_ENV"
                    - uses: goreleaser/goreleaser-action@v6
                      with: { args: 'release --clean ${{ env.mode }}' }
                    - uses: actions/attest@v3
                      with: { subject-checksums: dist/checksums.txt }
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("releases goreleaser/goreleaser-action", "attest true");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("may also release");
    }
}
