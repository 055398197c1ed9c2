package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that GoReleaser builds, and that other commands upload under other names. */
class GoReleaserRawUploadsTest extends HandWrittenRelease {
    private static final String BUILDS = """
            version: 2
            builds:
              - env: [CGO_ENABLED=0]
                goos: [linux, darwin, windows]
                goarch: [amd64, arm64]
                ldflags: ['-s -X main.version={{ .Version }}']
            """;

    private Proposal proposal(String config, String jobs) throws NoProposal {
        return proposal(workflow(module().file(".goreleaser.yaml", config), jobs));
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                run: |
                  mkdir _dist
                  for p in linux_amd64_v1 linux_arm64_v8.0 darwin_arm64_v8.0; do
                    os=${p%%_*}; rest=${p#*_}; arch=${rest%%_*}
                    cp dist/kelp_$p/kelp _dist/kelp-$os-$arch
                  done
                  cp dist/kelp_windows_amd64_v1/kelp.exe _dist/kelp-windows-amd64.exe
            - uses: softprops/action-gh-release@v2
              with: { files: '_dist/*' }
            """, """
                run: |
                  for a in amd64 arm64; do
                    mv dist/kelp_linux_${a}_*/kelp kelp-linux-$a
                    gh release upload "$GITHUB_REF_NAME" kelp-linux-$a
                  done
                  mv dist/kelp_darwin_arm64_v8.0/kelp kelp-darwin-arm64
                  mv dist/kelp_windows_amd64_v1/kelp.exe kelp-windows-amd64.exe
                  gh release upload "$GITHUB_REF_NAME" kelp-darwin-arm64 kelp-windows-amd64.exe
            """, """
                uses: meeDamian/github-release@2.0
              with:
                files: |
                  kelp-linux-amd64:./dist/kelp_linux_amd64_v1/kelp
                  kelp-linux-arm64:./dist/kelp_linux_arm64_v8.0/kelp
                  kelp-darwin-arm64:./dist/kelp_darwin_arm64_v8.0/kelp
                  kelp-windows-amd64.exe:./dist/kelp_windows_amd64_v1/kelp.exe
            """})
    void namesOfUploadsWinOverArchivesThatNobodyUploads(String uploads) throws Exception {
        Proposal proposal = proposal(
                BUILDS + "release: { disable: true }\n",
                """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: goreleaser/goreleaser-action@v6
                      with: { args: release --clean }
                    -""" + uploads.stripLeading().indent(4).replaceFirst("^ {4}", " "));
        assertThat(names(proposal))
                .containsExactlyInAnyOrder(
                        "kelp-linux-amd64", "kelp-linux-arm64", "kelp-darwin-arm64", "kelp-windows-amd64.exe");
        assertThat(lost(proposal))
                .contains("uploads no file that GoReleaser packs")
                .contains("targets x86_64-apple-darwin the workflow has no file for it")
                .doesNotContain("no longer released");
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains("go.ldflags -s -X main.version={version}")
                .doesNotContain("releases goreleaser", "checksums", "no 'archives'");
    }

    @Test
    void archivesThatOtherCommandsUploadKeepTheirNames() throws Exception {
        Proposal proposal = proposal(BUILDS + "release: { disable: true }\n", """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: goreleaser/goreleaser-action@v6
                      with: { args: release --clean }
                    - run: gh release upload "$GITHUB_REF_NAME" dist/*.tar.gz dist/*checksums.txt
                """);
        assertThat(names(proposal)).contains("kelp_9.9.9_linux_amd64.tar.gz", "kelp_9.9.9_checksums.txt");
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains("releases gh release upload", "archive.name {name}_{version}_{platform}");
    }

    @Test
    void archivesAreAGuessIfAPatternMayUploadOtherFiles() throws Exception {
        Proposal proposal = proposal(BUILDS, """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: goreleaser/goreleaser-action@v6
                      with: { args: release --clean --skip=publish }
                    - run: find dist -type f -perm -u+x -exec cp {} out/ \\;
                    - uses: softprops/action-gh-release@v2
                      with: { files: out/* }
                """);
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains(
                        "archive.name {name}_{version}_{platform} from .goreleaser.yaml (GoReleaser's default: no 'archives'),"
                                + " unless 'out/*' uploads other files");
    }

    @Test
    void filesBesideTheArchivesOfGoReleaserReplaceNone() throws Exception {
        Proposal proposal = proposal(workflow(
                module().file(".goreleaser.yaml", BUILDS)
                        .file("magefile.go", "package main\n\nfunc Publish() { sh.Run(\"goreleaser\") }\n"),
                """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: mage publish
                    - run: gh release upload "$GITHUB_REF_NAME" kelp-linux-amd64.zip install.sh
                """));
        assertThat(names(proposal)).contains("kelp_9.9.9_linux_amd64.tar.gz");
    }

    @Test
    void theWordArmMeansTheOnlyProcessorThatIsBuiltFor() throws Exception {
        Proposal proposal = proposal("""
                builds: [{ goos: [linux], goarch: [amd64, arm], goarm: ['7'] }]
                release: { disable: true }
                """, """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: goreleaser/goreleaser-action@v6
                    - run: |
                        cp dist/kelp_linux_amd64_v1/kelp kelp-linux-amd64
                        cp dist/kelp_linux_arm_7/kelp kelp-linux-arm
                        gh release create "$GITHUB_REF_NAME" kelp-linux-amd64 kelp-linux-arm
                """);
        assertThat(proposal.config()).contains("{ target: linux-armv7, as: linux-arm }");
        assertThat(names(proposal)).contains("kelp-linux-arm");
    }
}
