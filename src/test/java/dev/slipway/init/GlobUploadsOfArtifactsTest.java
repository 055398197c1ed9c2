package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Files that a pattern uploads come from other jobs with their artifacts, and keep their folders. */
class GlobUploadsOfArtifactsTest extends GlobUploads {
    @Test
    void whatAnotherJobLeavesComesWithItsArtifact() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: macos-latest
                  steps:
                    - run: tar czf kelp.tar.gz README.md && ninja -C out bundle
                    - uses: actions/upload-artifact@v4
                      with: { name: mac, path: '*.tar.gz' }
                other:
                  runs-on: ubuntu-latest
                  steps:
                    - run: tar czf weed.tar.gz README.md
                    - uses: actions/upload-artifact@v4
                      with: { name: linux, path: '*.tar.gz' }
                ship:
                  needs: [build, other]
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                      with: { path: got }
                    - run: mkdir dist && mv got/mac/* dist/
                    - run: gh release upload $GITHUB_REF_NAME dist/*
                    - run: gh release upload $GITHUB_REF_NAME got/linux/*
                """));
        assertThat(open(proposal))
                .contains("'dist/*' " + MORE)
                .contains("'ninja -C out bundle' (.github/workflows/release.yml:6)")
                .doesNotContain("'got/linux/*'");
    }

    /** What is deeper than the pattern reaches is not uploaded; what is moved up again is. */
    @Test
    void foldersKeepTheirPlaceOnTheirWayThroughArtifacts() throws Exception {
        String jobs = """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: mkdir dist && zip dist/kelp.zip README.md && tar xf vendor.tar -C runtime/vendor
                    - run: cp -r runtime dist
                    - uses: actions/upload-artifact@v4
                      with: { name: all, path: dist }
                ship:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                    - run: mkdir up && mv all* up/
                    - run: gh release upload $GITHUB_REF_NAME up/all/%s
                """;
        assertThat(open(proposal(release(jobs.formatted("*"))))).doesNotContain(MORE);
        assertThat(open(proposal(release(jobs.formatted("runtime/vendor/*"))))).contains(MORE);
        assertThat(open(proposal(release(jobs.formatted("**"))))).contains(MORE);
    }

    @Test
    void anArtifactThatNobodyUploadsIsNotKnown() throws Exception {
        assertThat(open(proposal(release(uploading(
                        "dist/*",
                        "- uses: actions/download-artifact@v4\n  with: { name: extras, path: dist, run-id: 7 }\n")))))
                .contains("'download-artifact extras' (.github/workflows/release.yml:8)");
    }

    @Test
    void aPatternInAnArrayMayUploadMoreThanWasSeen() throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: actions/upload-artifact@v4
                      with:
                          name: build-linux
                          path: |
                            *.zip
                            *.tar.gz
                sign:
                  runs-on: windows-latest
                  steps:
                    - run: Compress-Archive -Path signed -DestinationPath (Get-Name)
                    - uses: actions/upload-artifact@v4
                      with: { name: build-windows, path: kelp-*-signed.zip }
                ship:
                  needs: [build, sign]
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v4
                      with: { pattern: build-*, merge-multiple: true }
                    - run: |
                        files=( *.zip *.tar.gz )
                        gh release create "$GITHUB_REF_NAME" "${files[@]}"
                """));
        assertThat(lost(proposal)).contains("release.files kelp-*-signed.zip no longer released");
        assertThat(said(proposal, Remark.Kind.OPEN)).doesNotContain("may upload more files");
    }

    @Test
    void aLoopOverArtifactsAlsoCopiesTheFilesThatNobodySaw() throws Exception {
        String jobs = """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: mv target/x86_64-unknown-linux-musl/release/kelp kelp.bin
                    - uses: actions/upload-artifact@v7
                      with: { name: kelp-linux, path: kelp.bin }
                weave:
                  runs-on: ubuntu-latest
                  strategy: { matrix: { port: [reef, fjord] } }
                  steps:
                    - run: make ${{ matrix.port }}
                    - uses: actions/upload-artifact@v7
                      with: { name: 'kelp-${{ matrix.port }}', path: 'out/kelp*' }
                ship:
                  needs: [build, weave]
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/download-artifact@v8
                    - run: |
                        mkdir all
                        for one in LOOK; do
                          mv "$one" all/$(dirname "$one")
                        done
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'all/*' }
                """;
        assertThat(open(proposal(release(jobs.replace("LOOK", "kelp-*/*"))))).contains("'all/*' " + MORE);
        assertThat(open(proposal(release(jobs.replace("LOOK", "kelp-lin*/*"))))).doesNotContain(MORE);
    }
}
