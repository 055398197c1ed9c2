package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a release outside the workspace, and shells that are called by their paths. */
class HandWrittenPlacesTest extends HandWrittenRelease {
    @ParameterizedTest
    @CsvSource({
        "/tmp/parts, /tmp/parts/*",
        "~/parts, ~/parts/*",
        "~/parts, /home/runner/parts/*",
        "/home/runner/parts, ~/parts/kelp-*",
        "/tmp/a/../parts, /tmp/parts/*"
    })
    void artifactsMayBeFetchedToAnyFolder(String folder, String pattern) throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        GOOS=linux GOARCH=arm64 go build -o kelp
                        tar czf kelp-$GITHUB_REF_NAME-linux-arm64.tar.gz kelp
                        echo hello > kelp-notes.pdf
                    - uses: actions/upload-artifact@v6
                      with: { name: parts, path: kelp-* }
                ship:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v7
                      with: { path: '%s', merge-multiple: true }
                    - uses: softprops/action-gh-release@v2
                      with: { files: '%s' }
                """.formatted(folder, pattern)));
        assertThat(names(proposal)).contains("kelp-v9.9.9-linux-arm64.tar.gz");
        assertThat(lost(proposal)).contains("release.files kelp-notes.pdf no longer released");
        assertThat(said(proposal, Remark.Kind.GUESS)).doesNotContain("could not read which files are uploaded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ uses: 'docker://goreleaser/goreleaser:v2', with: { args: release --config build/goreleaser.yml } }",
                "{ uses: 'docker://ghcr.io/goreleaser/goreleaser-cross:v1.24', with: { args: 'release -f build/goreleaser.yml' } }",
                "{ uses: 'docker://golang:1', with: { entrypoint: goreleaser, args: 'release --config=build/goreleaser.yml' } }"
            })
    void anActionThatIsAnImageIsStartedWithItsArguments(String step) throws Exception {
        Proposal proposal = proposal(workflow(module().file("build/goreleaser.yml", """
                version: 2
                builds: [{ goos: [linux], goarch: [amd64] }]
                archives: [{ name_template: 'kelp-for-{{ .Os }}' }]
                """), """
                release:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - %s
                """.formatted(step)));
        assertThat(names(proposal)).contains("kelp-for-linux.tar.gz");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("releases goreleaser release");
    }

    @Test
    void aProgramThatAnotherJobCompiledOnlyComesWithThatOfTheArchive() throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                agent:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl --bin agent
                    - uses: actions/upload-artifact@v6
                      with: { name: agent, path: target/x86_64-unknown-linux-musl/release/agent }
                build:
                  needs: agent
                  runs-on: macos-latest
                  steps:
                    - uses: actions/download-artifact@v7
                      with: { name: agent, path: /tmp/agent/ }
                    - run: |
                        cargo build --release
                        mkdir -p dist/rootfs
                        cp /tmp/agent/agent dist/rootfs/
                        cp target/release/kelp dist/
                        tar czf kelp-macos-arm64.tar.gz dist
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-macos-arm64.tar.gz }
                """));
        assertThat(proposal.config()).contains("targets: [macos-arm64]");
    }

    @Test
    void foldersOfSeveralArtifactsAreInTheWorkspace() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: GOARCH=arm64 go build -o kelp-linux-arm64
                    - uses: actions/upload-artifact@v6
                      with: { name: kelp-linux-arm64, path: kelp-linux-arm64 }
                ship:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v7
                    - run: for dir in kelp-*; do cd $dir && tar czf ../$dir.tar.gz * && cd ..; done
                    - uses: softprops/action-gh-release@v2
                      with: { files: '*.tar.gz' }
                """));
        assertThat(names(proposal)).contains("kelp-linux-arm64.tar.gz");
    }

    @Test
    void imagesThatAnActionStartsSeeTheWorkspace() throws Exception {
        Proposal proposal = proposal(
                workflow(module().file("Makefile", "release:\n\tGOARCH=arm64 go build -o kelp-linux-arm64\n"), """
                release:
                  runs-on: ubuntu-latest
                  steps:
                    - { uses: 'docker://golang:latest', with: { args: make release } }
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux-arm64 }
                """));
        assertThat(proposal.config()).contains("targets: [linux-arm64]", "layout: raw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload-assets ./cross/*", "github-release --dir cross", "release-uploader"})
    void aProgramWhoseNameSpeaksOfReleasesMayRelease(String command) throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                release:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: docker://example.org/tools
                      env: { GITHUB_TOKEN: '${{ secrets.GITHUB_TOKEN }}' }
                      with: { entrypoint: bash, args: '-c "%s"' }
                """.formatted(command)));
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains("'.github/workflows/release.yml' may also release, for it calls '" + command + "'");
    }

    @Test
    void theProgramMayHaveItsVersionInItsName() throws Exception {
        Proposal proposal = proposal(workflow(
                module().file("Makefile", "release:\n\tbin/goreleaser-v2.3.2 release -f build/goreleaser.yml\n")
                        .file("build/goreleaser.yml", """
                                builds: [{ goos: [linux], goarch: [amd64] }]
                                archives: [{ name_template: 'kelp-for-{{ .Os }}' }]
                                """),
                """
                release:
                  runs-on: ubuntu-latest
                  steps:
                    - run: make release
                """));
        assertThat(names(proposal)).contains("kelp-for-linux.tar.gz");
    }

    @Test
    void aWorkflowForBetaVersionsIsNotTheRelease() throws Exception {
        String build = """
                jobs:
                  release:
                    runs-on: ubuntu-latest
                    steps:
                      - run: go build -o kelp && tar czf kelp-%s-linux-amd64.tar.gz kelp
                      - uses: softprops/action-gh-release@v2
                        with: { files: kelp-*.tar.gz }
                """;
        Proposal proposal = proposal(module().file(
                        ".github/workflows/beta-release.yml",
                        "on: { push: { tags: ['v[0-9]+.[0-9]+.[0-9]+-*'] }, workflow_dispatch: {} }\n"
                                + build.formatted("beta"))
                .file(
                        ".github/workflows/release.yml",
                        "on: { push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } }\n" + build.formatted("stable")));
        assertThat(names(proposal)).contains("kelp-stable-linux-amd64.tar.gz");
        assertThat(proposal.config()).doesNotContain("]+-*");
    }

    @Test
    void goReleaserWithoutAConfigReleasesByItsDefaults() throws Exception {
        String step = """
                release:
                  runs-on: ubuntu-latest
                  steps:
                    - run: %s
                    - uses: goreleaser/goreleaser-action@v6
                      with: { args: release }
                """;
        Proposal proposal = proposal(workflow(module(), step.formatted("go test ./...")));
        assertThat(names(proposal)).contains("kelp_9.9.9_linux_amd64.tar.gz", "kelp_9.9.9_checksums.txt");
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains(
                        "archive.name {name}_{version}_{platform} from .github/workflows/release.yml:7 (GoReleaser's");
        Proposal made = proposal(workflow(module(), step.formatted("./configure > .goreleaser.yaml")));
        assertThat(said(made, Remark.Kind.TAKEN)).doesNotContain("archive.name");
    }

    @Test
    void theReleaseToolOfDartUploadsFilesOfUnknownNames() throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: dart run grinder pkg-github-release
                    - run: dart run grinder pkg-github-linux
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("releases grinder pkg-github-release");
        assertThat(said(proposal, Remark.Kind.OPEN) + lost(proposal)).contains("'dart run grinder pkg-github-linux'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bin/bash -c 'GOARCH=arm64 go build -o kelp'",
                "/usr/bin/sh -c 'GOARCH=arm64 go build -o kelp'",
                "docker run --rm -v $(pwd):/src -w /src golang /bin/bash -c 'GOARCH=arm64 go build -o kelp'"
            })
    void aShellMayBeCalledByItsPath(String command) throws Exception {
        Proposal proposal = proposal(workflow(module(), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        %s
                        tar -cz kelp > kelp-linux-arm64.tar.gz
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux-arm64.tar.gz }
                """.formatted(command)));
        assertThat(proposal.config()).contains("targets: [linux-arm64]");
        assertThat(names(proposal)).contains("kelp-linux-arm64.tar.gz");
    }
}
