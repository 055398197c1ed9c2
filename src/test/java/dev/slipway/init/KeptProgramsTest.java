package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Programs of a build tool that is not followed come to the release as artifacts. */
class KeptProgramsTest extends HandWrittenRelease {
    private Proposal released(String path, String upload) throws Exception {
        return proposal(release("""
                build:
                  strategy:
                    matrix:
                      include:
                        - { name: linux-amd64, on: ubuntu-24.04, exe: "" }
                        - { name: osx-arm64, on: macos-15, exe: "" }
                        - { name: windows-amd64, on: windows-2025, exe: .exe }
                  runs-on: ${{ matrix.on }}
                  steps:
                    - uses: actions/checkout@v4
                    - run: bazel test //... -c opt
                    - uses: actions/upload-artifact@v4
                      with: { name: "kelp-${{ matrix.name }}", path: "%s${{ matrix.exe }}" }
                release:
                  needs: build
                  runs-on: ubuntu-latest
                  steps:
                    - id: v
                      uses: me/next-version@v1
                    - uses: actions/download-artifact@v4
                      with: { path: got }
                    - run: |
                        version=${{ steps.v.outputs.major || 0 }}.${{ steps.v.outputs.minor || 0 }}.${{ steps.v.outputs.patch || 0 }}
                        mkdir all
                        for file in $(find got -type f); do
                          folder=$(basename $(dirname $file))
                          name=$(basename $file)
                          mv $file all/${folder/kelp-/kelp-$version-}${name/kelp/}
                        done
                    - uses: softprops/action-gh-release@v2
                      with: { files: "%s" }
                """.formatted(path, upload)));
    }

    @Test
    void aFileThatIsCalledLikeTheProgramIsNoFolder() throws Exception {
        Proposal proposal = released("bazel-bin/kelp", "all/*");
        assertThat(names(proposal))
                .containsExactly("kelp-9.9.9-linux-amd64", "kelp-9.9.9-osx-arm64", "kelp-9.9.9-windows-amd64.exe");
        assertThat(proposal.config()).doesNotContain("0.0.0");
    }

    @Test
    void filesThatALoopOverFindMovesMayBeMoreThanAreKnown() throws Exception {
        assertThat(said(released("bazel-out", "all/*"), Remark.Kind.OPEN))
                .contains("'all/*' may upload more files than are listed here");
    }

    @Test
    void whatAStepGivesIsNotItsDefault() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - id: info
                      uses: me/info@v1
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf "$NAME" -C target/x86_64-unknown-linux-musl/release kelp
                      env: { NAME: "kelp-${{ steps.info.outputs.date || 'today' }}-musl.tar.gz" }
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-*.tar.gz }
                """));
        assertThat(proposal.config()).doesNotContain("today");
    }
}
