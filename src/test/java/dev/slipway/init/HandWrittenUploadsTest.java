package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a release by hand uploads: renamed files, signatures and hashes. */
class HandWrittenUploadsTest extends HandWrittenRelease {
    @Test
    void programsOfTwoProductsAreNotOneRelease() throws Exception {
        String build = """
                %1$s:
                  runs-on: ubuntu-latest
                  steps:
                    - run: |
                        cargo build --release -p %2$s --target x86_64-unknown-linux-musl
                        cp target/x86_64-unknown-linux-musl/release/%3$s .
                        tar czf %3$s-linux.tar.gz %3$s
                        gh release upload "$GITHUB_REF_NAME" %3$s-linux.tar.gz
                """;
        Proposal proposal = proposal(workflow(
                repository()
                        .file("Cargo.toml", "[workspace]\nmembers = [\"*\"]\n")
                        .file("cli/Cargo.toml", "[package]\nname = \"cli\"\n[[bin]]\nname = \"kelp\"\n")
                        .file("server/Cargo.toml", "[package]\nname = \"server\"\n[[bin]]\nname = \"kelpd\"\n")
                        .committed()
                        .origin("https://github.com/me/kelp"),
                build.formatted("a", "cli", "kelp") + build.formatted("b", "server", "kelpd")));
        assertThat(proposal.config()).contains("package: cli").doesNotContain("kelpd");
        assertThat(said(proposal, Remark.Kind.LEFT)).contains("kelpd-linux.tar.gz");
    }

    @Test
    void aFileThatIsRenamedIsInItsFolderAndItsNameIsLost() throws Exception {
        Proposal proposal = proposal(workflow(crate("").file("doc/guide.md", "# Kelp\n"), """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: |
                        out=kelp-$GITHUB_REF_NAME-x86_64-unknown-linux-musl
                        mkdir -p $out/doc
                        cp target/x86_64-unknown-linux-musl/release/kelp $out/
                        cp doc/guide.md $out/doc/kelp.txt
                        tar czf $out.tar.gz $out
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """));
        assertThat(proposal.config()).contains("include: [\"doc/guide.md => doc/\"]");
        assertThat(lost(proposal))
                .contains("archive.include doc/kelp.txt from doc/guide.md 'archive.include' keeps the name");
    }

    @Test
    void namesSayMoreThanTheOneTripleThatAMatrixHas() throws Exception {
        Proposal proposal = proposal(workflow(repository().file("kelp.nimble", "bin = @[\"kelp\"]\n"), """
                build:
                  strategy:
                    matrix:
                      include:
                        - { os: ubuntu-latest, triple: x86_64-linux-musl, as: linux_x64 }
                        - { os: macos-15, triple: aarch64-apple-darwin, as: macosx_aarch64 }
                        - { os: windows-2025, triple: x86_64-w64-mingw32, as: windows_x64 }
                  runs-on: ${{ matrix.os }}
                  steps:
                    - run: nim c -d:release kelp.nim
                    - run: tar czf kelp-${{ matrix.as }}.tar.gz kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-*.tar.gz' }
                """)
                .committed()
                .origin("https://github.com/me/kelp"));
        assertThat(proposal.config())
                .contains("name: kelp\n", "as: linux_x64", "as: macosx_aarch64", "as: windows_x64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpg --batch --detach-sign kelp-linux.tar.gz|kelp-linux.tar.gz.sig",
                "gpg -a --pinentry-mode loopback --detach-sign kelp-linux.tar.gz|kelp-linux.tar.gz.asc",
                "minisign -S -s key -m kelp-linux.tar.gz|kelp-linux.tar.gz.minisig",
                "rsign sign -W -s key kelp-linux.tar.gz|kelp-linux.tar.gz.minisig"
            })
    void aSignatureThatAPatternUploadsIsListedAsLost(String line) throws Exception {
        String[] parts = line.split("\\|");
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - run: %s
                    - uses: svenstaro/upload-release-action@v2
                      with: { file: 'kelp-linux*', file_glob: true }
                """.formatted(parts[0])));
        assertThat(lost(proposal)).contains("release.files " + parts[1] + " no longer released");
    }

    @Test
    void theActionThatPacksAProjectNamesFilesInItsOwnWay() throws Exception {
        Proposal proposal =
                proposal(workflow(crate("").file("Changes.md", "## 1.2.3\n").file("README.md", "# Kelp\n"), """
                build:
                  strategy:
                    matrix:
                      include:
                        - { on: ubuntu-24.04, target: aarch64-unknown-linux-musl }
                        - { on: windows-latest, target: x86_64-pc-windows-msvc }
                        - { on: macOS-latest, target: aarch64-apple-darwin }
                        - { on: ubuntu-24.04, target: x86_64-unknown-freebsd }
                  runs-on: ${{ matrix.on }}
                  steps:
                    - uses: houseabsolute/actions-rust-cross@v1
                      with: { command: build, target: '${{ matrix.target }}', args: --locked --release }
                    - uses: houseabsolute/actions-rust-release@v0
                      with: { executable-name: kelp, target: '${{ matrix.target }}' }
                """));
        assertThat(names(proposal))
                .containsExactly(
                        "kelp-Linux-musl-arm64.tar.gz",
                        "kelp-macOS-arm64.tar.gz",
                        "kelp-Windows-msvc-x86_64.zip",
                        "kelp-FreeBSD-x86_64.tar.gz");
        assertThat(proposal.config()).contains("Changes.md");
        assertThat(lost(proposal)).doesNotContain("release.files");
    }

    @Test
    void theRepositoryMayBeNamedBeforeTheVerb() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - run: sha256sum kelp-linux.tar.gz > hashes.sha256
                    - run: gh release --repo="$GITHUB_REPOSITORY" upload "$GITHUB_REF_NAME" kelp-linux.tar.gz hashes.sha256
                """));
        assertThat(names(proposal)).containsExactly("kelp-linux.tar.gz");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("releases gh release upload");
        assertThat(proposal.config()).contains("checksum-file: hashes.sha256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hashes.txt", "kelp-digests.txt", "kelp_sums.txt"})
    void oneFileOfAllHashesKeepsItsName(String file) throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf out/kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - run: for one in out/*; do sha256sum $one >> out/%s; done
                    - uses: softprops/action-gh-release@v2
                      with: { files: "out/*" }
                """.formatted(file)));
        assertThat(names(proposal)).contains("kelp-linux.tar.gz", file);
    }

    @Test
    void checksumsInTheNotesAreNoFiles() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - run: sha256sum kelp-linux.tar.gz >> release-notes.md
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-linux.tar.gz', body_path: release-notes.md }
                """));
        assertThat(said(proposal, Remark.Kind.TAKEN)).doesNotContain("checksums");
    }

    @Test
    void anotherHashOfEachArchiveStays() throws Exception {
        Proposal proposal = proposal(release("""
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - run: shasum -a 512 kelp-linux.tar.gz > kelp-linux.tar.gz.sha512
                    - uses: softprops/action-gh-release@v2
                      with: { files: 'kelp-linux*' }
                """));
        assertThat(names(proposal)).containsExactly("kelp-linux.tar.gz", "kelp-linux.tar.gz.sha512");
        assertThat(lost(proposal)).doesNotContain("release.files");
    }
}
